package com.pfavanguard.operations.backup;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.database.PostgresTools;
import com.pfavanguard.operations.storage.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A dump on this machine that is compared with its manifest before anything is done with it. */
record DumpFile(Path path, BackupManifest manifest) {
  private static final byte[] MAGIC = "PGDMP".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern DATABASE = Pattern.compile("(?m)^;\\s+dbname: (.+)$");

  /**
   * @throws OperationRefused naming what is wrong with it
   */
  void requireWhole(PostgresTools tools) throws IOException, InterruptedException {
    String name = manifest.file();
    long size = Files.size(path);
    if (size == 0) {
      throw new OperationRefused(name + " is empty");
    }
    if (size != manifest.sizeBytes()) {
      throw new OperationRefused(
          "%s is %s: %d bytes, the manifest says %d"
              .formatted(
                  name,
                  size < manifest.sizeBytes() ? "truncated" : "too long",
                  size,
                  manifest.sizeBytes()));
    }
    String sha256 = Sha256.of(path);
    if (!sha256.equals(manifest.sha256())) {
      throw new OperationRefused(
          "%s was altered: its SHA-256 is %s, the manifest says %s"
              .formatted(name, sha256, manifest.sha256()));
    }
    if (!beginsLikeADump()) {
      throw new OperationRefused(name + " is not a dump of pg_dump's custom format");
    }
    Matcher database = DATABASE.matcher(tools.contents(path));
    if (!database.find() || !database.group(1).strip().equals(manifest.database())) {
      throw new OperationRefused(
          "%s is of another database than %s, which its manifest names"
              .formatted(name, manifest.database()));
    }
  }

  private boolean beginsLikeADump() throws IOException {
    try (InputStream content = Files.newInputStream(path)) {
      return Arrays.equals(content.readNBytes(MAGIC.length), MAGIC);
    }
  }
}
