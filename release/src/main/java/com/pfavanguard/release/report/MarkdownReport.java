package com.pfavanguard.release.report;

import java.util.List;

/** The completed checklist in Markdown. */
public final class MarkdownReport {
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport() {}

  public static String of(Report report) {
    MarkdownReport markdown = new MarkdownReport();
    markdown.line("# " + escaped(report.title()));
    report.banner().forEach(line -> markdown.line("\n**" + escaped(line) + "**"));
    markdown.line("");
    report.facts().forEach(fact -> markdown.line("- " + escaped(fact)));
    report.chapters().forEach(markdown::chapter);
    return markdown.text.toString();
  }

  private void chapter(Chapter chapter) {
    line("\n## " + escaped(chapter.title()));
    if (!chapter.note().isEmpty()) {
      line("\n" + escaped(chapter.note()));
    }
    chapter.sections().forEach(this::section);
  }

  private void section(Section section) {
    String box = section.mark().equals("✓") ? "x" : " ";
    String lines = section.lines() == null ? "" : " (document line " + section.lines() + ")";
    line("\n- [%s] **%s**%s".formatted(box, escaped(section.title()), lines));
    line("\n  %s %s".formatted(section.mark(), escaped(section.note())).stripTrailing());
    table(section.rows());
  }

  private void table(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    line("\n  | line | what | value | asked | | by what |");
    line("  |---|---|---|---|---|---|");
    rows.forEach(this::row);
  }

  private void row(Row row) {
    line(
        "  | %s | %s | %s | %s | %s | %s |"
            .formatted(
                row.lines() == null ? "" : row.lines(),
                cell(row.id()),
                cell(row.value()),
                row.asked() == null ? "" : cell(row.asked()),
                row.mark(),
                cell(row.proof())));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String cell(String value) {
    return escaped(value).replace("|", "\\|").replaceAll("\\R", " ");
  }

  /** What people and machines say is text, never markup. */
  private static String escaped(String value) {
    return value.replaceAll("([\\\\`*_<>\\[\\]#])", "\\\\$1");
  }
}
