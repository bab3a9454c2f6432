package com.pfavanguard.release.report;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Back;
import com.pfavanguard.release.story.Plan;
import com.pfavanguard.release.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * One deployment for the four DORA numbers: when, how long from its plan to completion, whether it
 * failed, and how long until service was restored. Durations in seconds.
 */
public final class DoraRecord {
  private DoraRecord() {}

  public static String of(Definition definition, Story story) {
    Plan plan = story.plan();
    Optional<Back> back = story.back();
    Optional<Instant> completed = completedAt(definition, story);
    ObjectNode json = Json.object().put("release", plan.release()).put("tag", plan.tag());
    json.put("mode", plan.mode()).put("outcome", story.outcome());
    json.put("begunAt", story.begunAt().toString());
    json.put("deployedAt", completed.map(Instant::toString).orElse(null));
    json.put("leadTimeSeconds", completed.map(at -> seconds(story.begunAt(), at)).orElse(null));
    json.put("changeFailed", back.isPresent());
    json.put(
        "timeToRestoreSeconds",
        back.flatMap(
                each ->
                    Optional.ofNullable(each.endedAt()).map(end -> seconds(each.begunAt(), end)))
            .orElse(null));
    return Json.canonical(json) + "\n";
  }

  static Optional<Instant> completedAt(Definition definition, Story story) {
    return definition.phases().stream()
        .filter(phase -> phase.anchor().equals("T"))
        .reduce((earlier, later) -> later)
        .flatMap(phase -> story.phase(phase.id()))
        .map(phase -> phase.endedAt());
  }

  private static Double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
