package com.pfavanguard.simulator.fault;

import com.pfavanguard.simulator.portfolio.Dice;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** A fault, whom it concerns and when it strikes; counts what it did. */
final class FaultRule {
  private final JsonNode source;
  private final Match match;
  private final Fault fault;
  private final Trigger trigger;
  private final AtomicInteger covered = new AtomicInteger();
  private final AtomicInteger struck = new AtomicInteger();
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

  FaultRule(JsonNode source, Match match, Fault fault, Trigger trigger) {
    this.source = source;
    this.match = match;
    this.fault = fault;
    this.trigger = trigger;
  }

  /**
   * The fault, when it strikes. Chance depends on the seed and, for a request about one record, on
   * the record and its how-manieth such request this is: so a run repeats however its requests
   * overtake one another. Other requests are counted as they come.
   */
  Optional<Strike> strike(Occasion occasion, long seed, long millis) {
    if (!match.covers(occasion)) {
      return Optional.empty();
    }
    int number = covered.incrementAndGet();
    Dice dice = occasion.isOfRecord() ? recordDice(occasion, seed) : new Dice(seed, number);
    if (!trigger.strikes(number, dice.fraction(), millis)) {
      return Optional.empty();
    }
    struck.incrementAndGet();
    return Optional.of(new Strike(fault, dice));
  }

  private Dice recordDice(Occasion occasion, long seed) {
    String key = occasion.operation() + ' ' + occasion.organization() + ' ' + occasion.pfaId();
    return new Dice(seed, key.hashCode(), attempts.merge(key, 1, Integer::sum));
  }

  JsonNode source() {
    return source;
  }

  int covered() {
    return covered.get();
  }

  int struck() {
    return struck.get();
  }
}
