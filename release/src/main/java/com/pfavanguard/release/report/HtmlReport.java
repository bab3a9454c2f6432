package com.pfavanguard.release.report;

import com.pfavanguard.release.view.StylePolicy;

/** The completed checklist as one page: light, dark and on paper, with nothing from elsewhere. */
public final class HtmlReport {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--line:#8884;--bad:#b3261e;--good:#1b6e3c}
      @media(prefers-color-scheme:dark){:root{--bad:#ff8a80;--good:#7bd99b}}
      body{font:15px/1.45 system-ui,sans-serif;max-width:72rem;margin:auto;padding:1rem}
      h1{font-size:1.5rem}h2{font-size:1.15rem;border-bottom:2px solid var(--line);margin-top:2rem}
      h3{font-size:1rem;margin:1.2rem 0 .2rem}
      .banner{border:2px solid var(--bad);padding:.6rem;font-weight:600}
      .note{margin:.1rem 0;opacity:.8}.scroll{overflow-x:auto}
      table{border-collapse:collapse;width:100%;font-size:.9rem}
      td,th{border:1px solid var(--line);padding:.25rem .4rem;text-align:left;vertical-align:top}
      .bad{color:var(--bad);font-weight:600}.good{color:var(--good);font-weight:600}
      @media print{body{font-size:10px;max-width:none}h3,tr{break-inside:avoid}.scroll{overflow:visible}}
      """;

  private final StringBuilder html = new StringBuilder();

  private HtmlReport() {}

  public static String of(Report report) {
    HtmlReport page = new HtmlReport();
    page.head(report.title());
    report.banner().forEach(line -> page.element("p", "banner", line));
    page.html.append("<ul>");
    report.facts().forEach(fact -> page.element("li", "", fact));
    page.html.append("</ul>\n");
    report.chapters().forEach(page::chapter);
    return page.html.append("</main></body></html>\n").toString();
  }

  private void head(String title) {
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append(StylePolicy.of(STYLE))
        .append("\"><title>")
        .append(text(title))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><main>\n");
    element("h1", "", title);
  }

  private void chapter(Chapter chapter) {
    element("h2", "", chapter.title());
    element("p", "note", chapter.note());
    chapter.sections().forEach(this::section);
  }

  private void section(Section section) {
    String lines = section.lines() == null ? "" : " (document line " + section.lines() + ")";
    element("h3", "", "%s %s%s".formatted(section.mark(), section.title(), lines).strip());
    element("p", "note", section.note());
    if (section.rows().isEmpty()) {
      return;
    }
    html.append("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Line</th>")
        .append("<th scope=\"col\">What</th><th scope=\"col\">Value</th>")
        .append("<th scope=\"col\">Asked</th><th scope=\"col\">Kept</th>")
        .append("<th scope=\"col\">By what</th></tr></thead><tbody>\n");
    section.rows().forEach(this::row);
    html.append("</tbody></table></div>\n");
  }

  private void row(Row row) {
    html.append("<tr>");
    element("td", "", row.lines() == null ? "" : row.lines());
    element("td", "", row.id());
    element("td", "", row.value());
    element("td", "", row.asked() == null ? "" : row.asked());
    element("td", row.mark().startsWith("✗") ? "bad" : "good", row.mark());
    element("td", "", row.proof());
    html.append("</tr>\n");
  }

  private void element(String name, String kind, String content) {
    html.append('<').append(name);
    if (!kind.isEmpty()) {
      html.append(" class=\"").append(kind).append('"');
    }
    html.append('>').append(text(content)).append("</").append(name).append(">\n");
  }

  private static String text(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
