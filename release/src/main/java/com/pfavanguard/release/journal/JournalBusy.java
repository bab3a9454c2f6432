package com.pfavanguard.release.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Another runner writes this journal: there is one at a time. */
public final class JournalBusy extends IOException {
  private static final long serialVersionUID = 1;

  JournalBusy(Path path) {
    super(message(path));
  }

  JournalBusy(Path path, Throwable cause) {
    super(message(path), cause);
  }

  private static String message(Path path) {
    return path + " is being written by another runner";
  }
}
