package com.pfavanguard.release.report;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.story.Story;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All files that are made of a journal, by name: made again, they are the same byte for byte. */
public final class Outputs {
  private Outputs() {}

  public static Map<String, String> of(Definition definition, List<Entry> journal) {
    Report report = Report.of(definition, journal);
    Map<String, String> files = new LinkedHashMap<>();
    files.put("checklist.md", MarkdownReport.of(report));
    files.put("checklist.html", HtmlReport.of(report));
    files.put("dora.json", DoraRecord.of(definition, Story.of(journal)));
    files.put("metrics.prom", ReleaseMetrics.of(definition, journal));
    return files;
  }
}
