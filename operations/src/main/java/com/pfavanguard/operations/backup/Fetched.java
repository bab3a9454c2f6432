package com.pfavanguard.operations.backup;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.operations.storage.Workspace;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings a dump onto this machine. */
final class Fetched {
  private Fetched() {}

  static DumpFile from(Storage storage, BackupManifest manifest, Workspace workspace)
      throws IOException {
    Path local = workspace.file("restored.dump");
    try (InputStream content = storage.open(manifest.file())) {
      Files.copy(content, local);
    } catch (FileNotFoundException e) {
      throw new OperationRefused(
          "%s is gone from %s; only its manifest is there"
              .formatted(manifest.file(), storage.address()),
          e);
    }
    return new DumpFile(local, manifest);
  }
}
