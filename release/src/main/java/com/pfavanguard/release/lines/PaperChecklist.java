package com.pfavanguard.release.lines;

import com.pfavanguard.release.journal.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a paper checklist in Markdown into its index. Empty lines and rules are left out. */
public final class PaperChecklist {
  private static final String FENCE = "```";
  private static final Pattern BOX = Pattern.compile("- \\[[ xX]] .*");

  /** A run of underscores or a choice in code quotes, or an empty ballot box of a table. */
  private static final Pattern BLANK =
      Pattern.compile(".*(_{3,}|`[^`]+ / [^`]+`|\u2610|: `Configured`|: `Verified`).*");

  private final List<IndexedLine> lines = new ArrayList<>();
  private boolean inBlock;
  private int box;

  private PaperChecklist() {}

  public static LineIndex index(byte[] document) {
    PaperChecklist paper = new PaperChecklist();
    List<String> texts = new String(document, StandardCharsets.UTF_8).lines().toList();
    for (int index = 0; index < texts.size(); index++) {
      paper.read(index + 1, texts.get(index));
    }
    return new LineIndex(Digest.of(document).hex(), paper.lines);
  }

  private void read(int number, String line) {
    String text = line.strip();
    if (text.startsWith(FENCE)) {
      inBlock = !inBlock;
      return;
    }
    LineKind kind = kind(text);
    if (kind == LineKind.HEADING || (!inBlock && !text.isEmpty() && !line.startsWith(" "))) {
      box = 0; // what stands at the margin begins something new
    }
    if (kind == LineKind.BOX) {
      box = number;
    }
    if (!text.isEmpty() && !text.equals("---")) {
      Digest digest = Digest.of(text.getBytes(StandardCharsets.UTF_8));
      lines.add(new IndexedLine(number, kind, box == 0 ? number : box, digest.hex()));
    }
  }

  private LineKind kind(String text) {
    if (inBlock) {
      return text.startsWith("#") ? LineKind.PROSE : LineKind.COMMAND;
    }
    if (text.startsWith("#")) {
      return LineKind.HEADING;
    }
    if (BOX.matcher(text).matches()) {
      return LineKind.BOX;
    }
    return BLANK.matcher(text).matches() ? LineKind.BLANK : LineKind.PROSE;
  }
}
