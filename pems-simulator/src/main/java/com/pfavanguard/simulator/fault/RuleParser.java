package com.pfavanguard.simulator.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads rules: {@code {match, fault, rate|count|schedule}}. */
final class RuleParser {
  private static final Set<String> KEYS = Set.of("match", "fault", "rate", "count", "schedule");
  private static final Map<String, Match.Part> PARTS =
      Map.of(
          "operation", Match.Part.OPERATION,
          "organization", Match.Part.ORGANIZATION,
          "pfaId", Match.Part.PFA_ID,
          "requestType", Match.Part.REQUEST_TYPE,
          "cursor", Match.Part.CURSOR);
  private final LongSupplier nanos;

  RuleParser(LongSupplier nanos) {
    this.nanos = nanos;
  }

  List<FaultRule> rules(JsonNode request) {
    JsonNode array = request.path("rules");
    if (!array.isArray()) {
      throw new IllegalArgumentException("rules must be an array");
    }
    List<FaultRule> rules = new ArrayList<>();
    for (JsonNode rule : array) {
      try {
        rules.add(rule(rule));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "rule %d: %s".formatted(rules.size(), e.getMessage()), e);
      }
    }
    return rules;
  }

  private FaultRule rule(JsonNode json) {
    Parameters.checkKeys(json, KEYS);
    JsonNode fault = json.path("fault");
    JsonNode spelled =
        fault.isString()
            ? JsonNodeFactory.instance.objectNode().put("kind", fault.stringValue())
            : fault;
    return new FaultRule(
        json, match(json.path("match")), FaultParser.parse(spelled, nanos), trigger(json));
  }

  private static Match match(JsonNode json) {
    Map<Match.Part, Set<String>> wanted = new EnumMap<>(Match.Part.class);
    if (!json.isMissingNode()) {
      Parameters.checkKeys(json, PARTS.keySet());
    }
    json.properties()
        .forEach(
            entry -> {
              Set<String> values = new HashSet<>();
              if (entry.getValue().isArray()) {
                entry.getValue().forEach(value -> values.add(value.asString()));
              } else {
                values.add(entry.getValue().asString());
              }
              PARTS.entrySet().stream()
                  .filter(part -> part.getKey().equals(entry.getKey()))
                  .forEach(part -> wanted.put(part.getValue(), values));
            });
    return new Match(wanted);
  }

  private static Trigger trigger(JsonNode json) {
    Parameters rule = new Parameters(json);
    long given =
        List.of("rate", "count", "schedule").stream().filter(name -> json.has(name)).count();
    if (given > 1) {
      throw new IllegalArgumentException("say only one of rate, count and schedule");
    }
    if (json.has("rate")) {
      JsonNode rate = json.path("rate");
      if (!rate.isNumber() || rate.asDouble() < 0 || rate.asDouble() > 1) {
        throw new IllegalArgumentException("rate must be between 0 and 1");
      }
      return new Trigger.Rate(rate.asDouble());
    }
    if (json.has("count")) {
      return new Trigger.Count(rule.number("count", 1));
    }
    return json.has("schedule") ? schedule(json.path("schedule")) : new Trigger.Always();
  }

  private static Trigger schedule(JsonNode json) {
    Parameters schedule = new Parameters(json);
    Parameters.checkKeys(json, Set.of("from", "to", "every", "fromMillis", "toMillis"));
    if (json.has("every")) {
      return new Trigger.Every(Math.max(1, schedule.number("every", 1)));
    }
    if (json.has("fromMillis") || json.has("toMillis")) {
      return new Trigger.Within(
          schedule.number("fromMillis", 0), schedule.number("toMillis", Integer.MAX_VALUE));
    }
    return new Trigger.Between(
        schedule.number("from", 1), schedule.number("to", Integer.MAX_VALUE));
  }
}
