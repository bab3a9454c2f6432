package com.pfavanguard.release.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.release.run.RecordedRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir private Path home;

  @Test
  void everyBlankOfACompleteReleaseHasItsValueAndWhoOrWhatSaysSo() throws IOException {
    RecordedRelease release = RecordedRelease.complete(home);
    List<Row> rows = rows(release);
    assertThat(rows).hasSizeGreaterThan(8);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.value()).as(row.id()).isNotBlank().isNotEqualTo("not reached");
              assertThat(row.proof()).as(row.id()).matches("(?s)(human: |.*source ).*");
            });
    assertThat(row(rows, "worker.errors").value()).isEqualTo("0 % (0 of n=5000)");
    assertThat(row(rows, "worker.errors").proof()).contains("n=5000", "window 30.0 s", "metrics");
    assertThat(row(rows, "quick.p95").value()).isEqualTo("120 ms");
  }

  @Test
  void aRolledBackReleaseSaysWhyWhenHowFarAndWhatWasNotReached() throws IOException {
    RecordedRelease release = RecordedRelease.rolledBack(home);
    String text = outputs(release).get("checklist.md");
    assertThat(text).contains("Outcome: rolled back", "FIRED", "back.worker", "not reached", "↩");
    assertThat(outputs(release).get("dora.json")).contains("\"changeFailed\":true");
    assertThat(outputs(release).get("metrics.prom"))
        .contains("pfa_release_rolled_back{release=\"v2-first\",mode=\"rehearsal\"} 1.0");
  }

  @Test
  void theSameJournalGivesTheSameBytesInAnyCountry() throws IOException {
    RecordedRelease release = RecordedRelease.complete(home);
    Map<String, String> first = outputs(release);
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(outputs(release)).isEqualTo(first);
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void aRehearsalIsMarkedAndWhatPeopleWriteIsTextAndNeverMarkup() {
    Report report =
        new Report(
            "<script>alert(1)</script>",
            List.of("This is a rehearsal"),
            List.of("a | b"),
            List.of(
                new Chapter(
                    "x",
                    "",
                    List.of(
                        new Section(
                            "s",
                            "t",
                            null,
                            "✓",
                            "",
                            List.of(new Row(null, "q", "<img src=x>|[a](b)", null, "", "")))))));
    assertThat(HtmlReport.of(report))
        .contains("class=\"banner\">This is a rehearsal", "&lt;img src=x&gt;")
        .doesNotContain("<script", "<img")
        .contains("default-src 'none'");
    assertThat(MarkdownReport.of(report)).contains("\\<img src=x\\>\\|\\[a\\](b)");
  }

  private static Map<String, String> outputs(RecordedRelease release) throws IOException {
    return Outputs.of(release.definition(), release.entries());
  }

  private static List<Row> rows(RecordedRelease release) throws IOException {
    return Report.of(release.definition(), release.entries()).chapters().stream()
        .flatMap(chapter -> chapter.sections().stream())
        .filter(section -> !section.id().equals("regrets"))
        .flatMap(section -> section.rows().stream())
        .toList();
  }

  private static Row row(List<Row> rows, String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }
}
