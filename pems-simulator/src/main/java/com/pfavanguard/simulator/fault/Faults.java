package com.pfavanguard.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The rules in force. */
public final class Faults {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private final LongSupplier nanos;
  private volatile Rules rules;

  private record Rules(long seed, List<FaultRule> list, long since) {}

  /** No rules yet; {@code nanos} is a clock that only runs forward. */
  public Faults(LongSupplier nanos) {
    this.nanos = nanos;
    this.rules = new Rules(0, List.of(), nanos.getAsLong());
  }

  /**
   * Replaces all rules by those of a control request.
   *
   * @throws IllegalArgumentException saying what is wrong with which rule
   */
  public void replace(JsonNode request) {
    JsonNode seed = request.path("seed");
    if (!seed.isMissingNode() && !seed.isIntegralNumber()) {
      throw new IllegalArgumentException("seed must be a whole number");
    }
    rules = new Rules(seed.asLong(0), new RuleParser(nanos).rules(request), nanos.getAsLong());
  }

  public void clear() {
    rules = new Rules(0, List.of(), nanos.getAsLong());
  }

  /** What goes wrong with this request. */
  public Strikes strike(Occasion occasion) {
    Rules now = rules;
    if (now.list.isEmpty()) {
      return Strikes.NONE;
    }
    long millis = (nanos.getAsLong() - now.since) / NANOS_PER_MILLI;
    List<Strike> strikes = new ArrayList<>();
    for (int index = 0; index < now.list.size(); index++) {
      long seed = now.seed * 31 + index;
      now.list.get(index).strike(occasion, seed, millis).ifPresent(strikes::add);
    }
    return new Strikes(List.copyOf(strikes));
  }

  /** The rules as they were given, with what they have done so far. */
  public void write(JsonGenerator json) {
    Rules now = rules;
    json.writeStartObject();
    json.writeNumberProperty("seed", now.seed);
    json.writeArrayPropertyStart("rules");
    for (FaultRule rule : now.list) {
      json.writeStartObject();
      json.writeName("rule");
      json.writeTree(rule.source());
      json.writeNumberProperty("covered", rule.covered());
      json.writeNumberProperty("struck", rule.struck());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
