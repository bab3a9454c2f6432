package com.pfavanguard.release.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a journal file.
 *
 * @param complete those that end, without their ends
 * @param torn the bytes after the last end; none in a journal that was closed in peace
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record JournalLines(List<String> complete, byte[] torn) {

  static JournalLines read(Path path) throws IOException {
    byte[] content = Files.readAllBytes(path);
    List<String> lines = new ArrayList<>();
    int begin = 0;
    for (int index = 0; index < content.length; index++) {
      if (content[index] == '\n') {
        lines.add(new String(content, begin, index - begin, StandardCharsets.UTF_8));
        begin = index + 1;
      }
    }
    return new JournalLines(lines, Arrays.copyOfRange(content, begin, content.length));
  }
}
