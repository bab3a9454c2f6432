package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.data.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Keeps what was made of the last builds only; some of it may still be running. */
final class LastUsed {
  private static final int KEPT = 3;

  private LastUsed() {}

  static void mark(Path made) throws IOException {
    Files.setLastModifiedTime(made, FileTime.from(Instant.now()));
  }

  /** Deletes the entries of the folder with this prefix, but for the few that were used last. */
  static void keep(Path folder, String prefix) throws IOException {
    List<Path> newestFirst;
    try (Stream<Path> entries = Files.list(folder)) {
      newestFirst =
          entries
              .filter(entry -> entry.getFileName().toString().startsWith(prefix))
              .sorted(Comparator.comparingLong(LastUsed::time).reversed())
              .toList();
    }
    for (Path old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
      FileTree.delete(old);
    }
  }

  private static long time(Path entry) {
    return entry.toFile().lastModified();
  }
}
