package com.pfavanguard.operations.backup;

import java.nio.file.Path;
import java.util.Locale;

/** Sizes for people. */
final class Sizes {
  private Sizes() {}

  static String of(Path file) {
    return of(file.toFile().length());
  }

  static String of(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
