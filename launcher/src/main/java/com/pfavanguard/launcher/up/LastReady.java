package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers which build was last ready on a data directory. The same build finds its schema in
 * place, so its worker need not wait for the server's migrations.
 */
final class LastReady {
  private final Path file;
  private final String build;

  LastReady(DataDirectory directory, AppImage image) {
    this.file = directory.path().resolve("last-ready");
    this.build = image.folder().toString();
  }

  boolean isThisBuild() throws IOException {
    return Files.exists(file) && Files.readString(file).equals(build);
  }

  void remember() throws IOException {
    PrivateFile.write(file, build);
  }
}
