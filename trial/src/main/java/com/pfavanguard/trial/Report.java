package com.pfavanguard.trial;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.trial.check.Promise;
import com.pfavanguard.trial.check.Violation;
import com.pfavanguard.trial.mutant.Mutant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The verdict with its figures. */
public record Report(
    TrialOptions options, Figures figures, List<Violation> violations, double seconds) {
  private static final int SHOWN_PER_PROMISE = 5;

  public boolean passed() {
    return violations.isEmpty();
  }

  /** The promises that were broken. */
  public Set<Promise> violated() {
    Set<Promise> violated = new TreeSet<>();
    violations.forEach(violation -> violated.add(violation.promise()));
    return violated;
  }

  public ObjectNode toJson() {
    ObjectNode json = Json.object().put("ok", passed()).put("seed", options.seed());
    json.put("mutant", options.mutant().map(Mutant::toString).orElse(null));
    json.put("seconds", Math.round(seconds));
    ArrayNode violated = json.putArray("violated");
    violated().forEach(promise -> violated.add(promise.toString()));
    ObjectNode counts = json.putObject("figures");
    figures.counts().forEach(counts::put);
    ObjectNode faults = json.putObject("faults");
    figures.faults().forEach(faults::put);
    ArrayNode examples = json.putArray("examples");
    examples().forEach(violation -> examples.add(violation.toString()));
    return json;
  }

  /** For people: figures, then each promise with how it fared. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("seed %d, %.0f s".formatted(options.seed(), seconds));
    figures.counts().forEach((name, count) -> lines.add("  %-18s %,8d".formatted(name, count)));
    lines.add("  faults             " + figures.faults());
    Set<Promise> violated = violated();
    for (Promise promise : Promise.values()) {
      String mark = violated.contains(promise) ? "BROKEN" : "held";
      lines.add("  %-6s  %-27s %s".formatted(mark, promise, promise.meaning()));
    }
    examples().forEach(violation -> lines.add("  " + violation));
    return lines;
  }

  private List<Violation> examples() {
    List<Violation> examples = new ArrayList<>();
    for (Promise promise : violated()) {
      violations.stream()
          .filter(violation -> violation.promise() == promise)
          .limit(SHOWN_PER_PROMISE)
          .forEach(examples::add);
    }
    return examples;
  }
}
