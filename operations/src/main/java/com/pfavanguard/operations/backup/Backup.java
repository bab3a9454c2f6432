package com.pfavanguard.operations.backup;

import com.pfavanguard.operations.Documents;
import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.Progress;
import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.operations.database.PostgresTools;
import com.pfavanguard.operations.database.Snapshot;
import com.pfavanguard.operations.storage.ServedAs;
import com.pfavanguard.operations.storage.Sha256;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.operations.storage.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Takes backups of one database, with the operator's role. */
public final class Backup {
  private final String environment;
  private final DatabaseUrl database;
  private final Storage storage;
  private final Progress progress;
  private final Clock clock;

  /**
   * @param environment local, staging, production: part of the name, compared before a restore
   */
  public Backup(
      String environment, DatabaseUrl database, Storage storage, Progress progress, Clock clock) {
    this.environment = environment;
    this.database = database;
    this.storage = storage;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Dumps, keeps the dump, reads it back from where it is kept, and only then writes its manifest.
   * The attempt is recorded in {@code backup_run}, the failed one too.
   *
   * @throws OperationRefused when there is no good backup; older ones are untouched
   */
  public BackupManifest take() throws IOException, SQLException, InterruptedException {
    Instant begun = clock.instant();
    String file = new BackupName(environment, database.database()).at(begun);
    BackupLog log = new BackupLog(database);
    try {
      BackupManifest manifest = take(file, begun);
      log.succeeded(manifest, storage.address());
      return manifest;
    } catch (IOException | SQLException | OperationRefused failure) {
      log.failed(file, storage.address(), begun, since(begun), failure);
      throw failure;
    }
  }

  private BackupManifest take(String file, Instant begun)
      throws IOException, SQLException, InterruptedException {
    try (Workspace workspace = storage.workspace();
        Snapshot snapshot = Snapshot.of(database)) {
      PostgresTools tools = PostgresTools.find();
      tools.requireFor(snapshot.serverMajor());
      progress.status("counting rows");
      var rows = snapshot.rows();
      Path dump = workspace.file(file);
      dump(tools, snapshot, dump);
      String sha256 = Sha256.of(dump);
      long size = Files.size(dump);
      keep(file, dump, sha256);
      BackupManifest manifest =
          new BackupManifest(
              BackupManifest.FORMAT,
              environment,
              database.database(),
              file,
              begun,
              since(begun).toMillis() / 1000.0,
              size,
              sha256,
              snapshot.schemaVersion(),
              rows,
              snapshot.serverVersion(),
              tools.version());
      storage.put(manifest.key(), Documents.pretty(manifest), ServedAs.DOCUMENT);
      return manifest;
    } finally {
      progress.status("");
    }
  }

  private void dump(PostgresTools tools, Snapshot snapshot, Path dump)
      throws IOException, InterruptedException {
    Files.createFile(
        dump, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    tools
        .dump(
            database,
            List.of("--format=custom", "--snapshot=" + snapshot.id(), "--file=" + dump.toString()))
        .await(() -> progress.status("dumping, " + Sizes.of(dump)));
    if (Files.size(dump) == 0) {
      throw new OperationRefused("pg_dump wrote nothing");
    }
  }

  private void keep(String file, Path dump, String sha256) throws IOException {
    progress.status("keeping %s in %s".formatted(Sizes.of(dump), storage.address()));
    storage.take(file, dump, ServedAs.BINARY);
    progress.status("reading it back from " + storage.address());
    String kept;
    try (InputStream content = storage.open(file)) {
      kept = Sha256.of(content);
    }
    if (!kept.equals(sha256)) {
      storage.delete(List.of(file));
      throw new OperationRefused(
          "what %s keeps is not what was sent: SHA-256 %s, not %s"
              .formatted(storage.address(), kept, sha256));
    }
  }

  private Duration since(Instant begun) {
    return Duration.between(begun, clock.instant());
  }
}
