package com.pfavanguard.release.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a journal that may be growing. */
public final class JournalReader {
  private JournalReader() {}

  /**
   * All entries that are whole, unverified: {@link JournalCheck} does that.
   *
   * @throws IOException also when a line is no entry
   */
  public static List<Entry> entries(Path path) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String line : JournalLines.read(path).complete()) {
      entries.add(
          EntryLine.read(line)
              .orElseThrow(() -> new IOException("%s: a line is no entry".formatted(path))));
    }
    return entries;
  }
}
