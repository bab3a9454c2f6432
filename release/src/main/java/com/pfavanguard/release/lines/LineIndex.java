package com.pfavanguard.release.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The paper checklist by numbers, kinds and hashes. The text itself is the customer's and is not
 * kept here.
 *
 * @param documentSha256 of the whole document, bytes as they are
 */
public record LineIndex(String documentSha256, Map<Integer, IndexedLine> lines) {
  private static final String TITLE = "document ";
  private static final int COLUMNS = 4;

  public LineIndex(String documentSha256, List<IndexedLine> lines) {
    this(documentSha256, byNumber(lines));
  }

  public Optional<IndexedLine> line(int number) {
    return Optional.ofNullable(lines.get(number));
  }

  /** As a file: the document's hash, then a line each. */
  public String write() {
    StringBuilder text = new StringBuilder(TITLE + documentSha256 + "\n");
    for (IndexedLine line : lines.values()) {
      text.append(
          "%d %s %d %s\n".formatted(line.number(), line.kind().word(), line.item(), line.sha256()));
    }
    return text.toString();
  }

  /**
   * @throws IllegalArgumentException when the text is no index
   */
  public static LineIndex read(String text) {
    List<String> rows = text.lines().toList();
    if (rows.isEmpty() || !rows.getFirst().startsWith(TITLE)) {
      throw new IllegalArgumentException("a line index begins with '" + TITLE + "'");
    }
    List<IndexedLine> lines = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      lines.add(line(row));
    }
    return new LineIndex(rows.getFirst().substring(TITLE.length()), lines);
  }

  private static IndexedLine line(String row) {
    String[] column = row.split(" ", -1);
    if (column.length != COLUMNS) {
      throw new IllegalArgumentException("'%s' is no row of a line index".formatted(row));
    }
    return new IndexedLine(
        Integer.parseInt(column[0]),
        LineKind.of(column[1]),
        Integer.parseInt(column[2]),
        column[3]);
  }

  private static Map<Integer, IndexedLine> byNumber(List<IndexedLine> lines) {
    Map<Integer, IndexedLine> byNumber = new TreeMap<>();
    lines.forEach(line -> byNumber.put(line.number(), line));
    return byNumber;
  }
}
