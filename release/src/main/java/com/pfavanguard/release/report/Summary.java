package com.pfavanguard.release.report;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.Definition.Measure;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.story.Back;
import com.pfavanguard.release.story.Plan;
import com.pfavanguard.release.story.Story;
import com.pfavanguard.release.view.Slack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a manager reads first. */
final class Summary {
  private final Definition definition;
  private final List<Entry> journal;
  private final Story story;

  Summary(Definition definition, List<Entry> journal, Story story) {
    this.definition = definition;
    this.journal = journal;
    this.story = story;
  }

  List<String> lines() {
    Plan plan = story.plan();
    Instant last = journal.getLast().at();
    Slack slack = Slack.of(definition, story, last);
    List<String> lines = new ArrayList<>();
    lines.add("Outcome: " + (story.outcome().isEmpty() ? "not over yet" : story.outcome()));
    lines.add("Release: %s, version %s".formatted(plan.release(), plan.version()));
    lines.add("Run by: " + String.join(", then ", story.runners().stream().distinct().toList()));
    lines.add("From %s to %s".formatted(Moments.of(story.begunAt()), Moments.of(last)));
    lines.add(
        "T-0 took %s of %s; people took %s beside it"
            .formatted(
                Moments.of(slack.used()), Moments.of(slack.budget()), Moments.of(slack.waited())));
    lines.add("Targets missed: " + missed());
    lines.add("Rollback: " + story.back().map(Summary::back).orElse("none"));
    lines.add("Plan: " + plan.hash());
    lines.add(
        "Journal: %d entries, head %s"
            .formatted(journal.getLast().number(), journal.getLast().digest().hex()));
    return lines;
  }

  /** All that were asked and are not PASS, overruled ones too. */
  private String missed() {
    List<String> missed =
        definition
            .steps()
            .flatMap(step -> Definition.each(step.measures()))
            .map(Measure::id)
            .filter(this::isMissed)
            .toList();
    return missed.isEmpty() ? "none" : String.join(", ", missed);
  }

  private boolean isMissed(String measure) {
    return story
        .measure(measure)
        .map(seen -> seen.verdict())
        .filter(verdict -> !verdict.opensGate())
        .isPresent();
  }

  private static String back(Back back) {
    Instant ended = back.endedAt();
    String took =
        ended == null ? "not ended" : "took " + Moments.of(Duration.between(back.begunAt(), ended));
    return "%s at %s by %s (%s), %s"
        .formatted(back.scope(), Moments.of(back.begunAt()), back.by(), back.because(), took);
  }
}
