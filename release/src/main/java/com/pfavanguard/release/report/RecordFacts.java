package com.pfavanguard.release.report;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Story;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a finished release tells the next one, such as staging production. In base units. */
public final class RecordFacts {
  private static final String[] HANDED_ON = {"rollbackTried", "rollbackDuration"};

  private RecordFacts() {}

  public static ObjectNode of(Definition definition, Story story) {
    ObjectNode facts = Json.object().put("release", story.plan().release());
    facts.put("tag", story.plan().tag()).put("outcome", story.outcome());
    facts.put("mode", story.plan().mode());
    Optional<Instant> completed = DoraRecord.completedAt(definition, story);
    completed.ifPresent(
        at -> {
          facts.put("completedAt", at.toString());
          facts.put("stableFor", stableFor(definition, story, at));
        });
    ObjectNode smoke = facts.putObject("smoke");
    if (story.facts().at("smoke/passedShare").isNumber()) {
      smoke.put("passedShare", story.facts().at("smoke/passedShare").decimalValue());
    }
    for (String name : HANDED_ON) {
      if (!story.facts().at(name).isMissingNode()) {
        facts.set(name, story.facts().at(name));
      }
    }
    return facts;
  }

  /** From completion to the end of the last phase that watched; nothing after a rollback. */
  private static BigDecimal stableFor(Definition definition, Story story, Instant completed) {
    Instant until =
        definition.phases().stream()
            .map(phase -> story.phase(phase.id()).map(each -> each.begunAt()))
            .flatMap(Optional::stream)
            .max(Instant::compareTo)
            .orElse(completed);
    boolean stable = story.back().isEmpty() && until.isAfter(completed);
    Duration time = stable ? Duration.between(completed, until) : Duration.ZERO;
    return BigDecimal.valueOf(time.toMillis(), 3);
  }
}
