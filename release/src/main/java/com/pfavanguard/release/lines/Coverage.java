package com.pfavanguard.release.lines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Whether a definition maps every box, blank and command of the paper (requirement 1). */
public final class Coverage {
  private final LineIndex index;

  public Coverage(LineIndex index) {
    this.index = index;
  }

  /**
   * @param mapped the lines that each step, measurement or trigger of the definition stands for
   * @return a sentence for each line that is not mapped and for each range that claims too much
   */
  public List<String> problems(Map<String, List<LineRange>> mapped) {
    List<String> problems = new ArrayList<>();
    mapped.forEach((id, ranges) -> ranges.forEach(range -> check(id, range, problems)));
    List<LineRange> all = mapped.values().stream().flatMap(Collection::stream).toList();
    for (IndexedLine line : index.lines().values()) {
      if (line.kind().mustBeMapped() && all.stream().noneMatch(r -> r.holds(line.number()))) {
        problems.add(
            "line %d of the document (%s) is mapped by nothing"
                .formatted(line.number(), line.kind().word()));
      }
    }
    return problems;
  }

  private void check(String id, LineRange range, List<String> problems) {
    if (index.line(range.first()).isEmpty()) {
      problems.add("%s: the document has nothing at line %d".formatted(id, range.first()));
      return;
    }
    int item = index.line(range.first()).orElseThrow().item();
    boolean wider =
        index.lines().values().stream()
            .filter(line -> range.holds(line.number()))
            .anyMatch(line -> line.item() != item);
    if (wider || index.line(range.last()).isEmpty()) {
      problems.add("%s: lines %s are more than one item".formatted(id, range));
    }
  }
}
