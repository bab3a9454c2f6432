package com.pfavanguard.release.report;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.judge.Verdict;
import com.pfavanguard.release.story.StepStory;
import com.pfavanguard.release.story.Story;
import com.pfavanguard.release.view.Slack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code pfa_release_*} in Prometheus's text format, for a textfile collector. */
public final class ReleaseMetrics {
  private final StringBuilder text = new StringBuilder();
  private final String labels;

  private ReleaseMetrics(String release, String mode) {
    this.labels = "release=\"%s\",mode=\"%s\"".formatted(release, mode);
  }

  public static String of(Definition definition, List<Entry> journal) {
    Story story = Story.of(journal);
    Instant last = journal.getLast().at();
    ReleaseMetrics metrics = new ReleaseMetrics(story.plan().release(), story.plan().mode());
    metrics.release(definition, story, last);
    metrics.type("pfa_release_step_duration_seconds");
    definition.steps().forEach(step -> metrics.step(step, story, last));
    metrics.type("pfa_release_gate_verdict");
    definition.steps().forEach(step -> metrics.gates(step, story));
    return metrics.text.toString();
  }

  private void release(Definition definition, Story story, Instant last) {
    Slack slack = Slack.of(definition, story, last);
    one("pfa_release_begun_timestamp_seconds", (double) story.begunAt().getEpochSecond());
    one("pfa_release_duration_seconds", slack.used().toMillis() / 1000.0);
    one("pfa_release_waited_seconds", slack.waited().toMillis() / 1000.0);
    one("pfa_release_slack_seconds", slack.left().toMillis() / 1000.0);
    one("pfa_release_complete", story.outcome().equals("complete") ? 1 : 0);
    one("pfa_release_rolled_back", story.back().isPresent() ? 1 : 0);
  }

  private void step(Step step, Story story, Instant last) {
    Optional<StepStory> told = story.step(step.id());
    told.ifPresent(
        each ->
            sample(
                "pfa_release_step_duration_seconds",
                ",step=\"%s\"".formatted(step.id()),
                each.elapsed(last).toMillis() / 1000.0));
  }

  /** 1 for the verdict that stands, 0 for the others: no series appears from nowhere. */
  private void gates(Step step, Story story) {
    Definition.each(step.measures())
        .filter(measure -> measure.require() != null)
        .forEach(
            measure -> {
              Verdict seen = story.measure(measure.id()).map(each -> each.verdict()).orElse(null);
              for (Verdict verdict : Verdict.values()) {
                sample(
                    "pfa_release_gate_verdict",
                    ",gate=\"%s\",verdict=\"%s\"".formatted(measure.id(), verdict),
                    verdict == seen ? 1 : 0);
              }
            });
  }

  private void one(String name, double value) {
    type(name);
    sample(name, "", value);
  }

  private void type(String name) {
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private void sample(String name, String more, double value) {
    text.append("%s{%s%s} %s\n".formatted(name, labels, more, value));
  }
}
