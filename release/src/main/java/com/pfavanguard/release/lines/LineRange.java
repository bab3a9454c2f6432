package com.pfavanguard.release.lines;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines {@code first} to {@code last} of the paper checklist, both included. */
public record LineRange(int first, int last) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

  public LineRange {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("%d-%d is no range of lines".formatted(first, last));
    }
  }

  /**
   * Reads {@code 12-15, 18}.
   *
   * @throws IllegalArgumentException with a sentence for the author
   */
  public static List<LineRange> parse(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).map(LineRange::one).toList();
  }

  private static LineRange one(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no line: write lines as 12-15, 18".formatted(text));
    }
    int first = Integer.parseInt(written.group(1));
    String last = written.group(2);
    return new LineRange(first, last == null ? first : Integer.parseInt(last));
  }

  boolean holds(int line) {
    return first <= line && line <= last;
  }

  @Override
  public String toString() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
