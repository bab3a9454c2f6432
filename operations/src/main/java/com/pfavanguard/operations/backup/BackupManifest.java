package com.pfavanguard.operations.backup;

import com.pfavanguard.operations.Documents;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds, as JSON beside it. A dump without its manifest is unfinished.
 *
 * @param format of this document
 * @param file the dump's name, in the same place
 * @param takenAt the moment that the dump shows
 * @param schemaVersion the last migration; null for a database without migrations
 * @param rows of each table in {@code public}, counted in the dump's own snapshot
 * @param server version of PostgreSQL
 * @param tools version of pg_dump
 */
public record BackupManifest(
    int format,
    String environment,
    String database,
    String file,
    Instant takenAt,
    double durationSeconds,
    long sizeBytes,
    String sha256,
    @Nullable String schemaVersion,
    Map<String, Long> rows,
    String server,
    String tools) {

  static final int FORMAT = 1;
  static final String ENDING = ".json";

  static BackupManifest read(String text, String name) {
    BackupManifest manifest = Documents.read(text, BackupManifest.class, "the manifest " + name);
    if (manifest.format != FORMAT) {
      throw new com.pfavanguard.operations.OperationRefused(
          "the manifest %s is of format %d; this program knows %d"
              .formatted(name, manifest.format, FORMAT));
    }
    return manifest;
  }

  /** The name of the manifest. */
  public String key() {
    return file + ENDING;
  }

  public long totalRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
