package com.pfavanguard.simulator.fault;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Typed reading of a rule's JSON, with complaints that name the key. */
record Parameters(JsonNode json) {
  static void checkKeys(JsonNode json, Set<String> known) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("a JSON object with " + sorted(known) + " is expected");
    }
    for (String key : json.propertyNames()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(
            "there is no '%s' here; known are %s".formatted(key, sorted(known)));
      }
    }
  }

  private static Set<String> sorted(Set<String> known) {
    return new TreeSet<>(known);
  }

  int number(String name, int usual) {
    return number(name).orElse(usual);
  }

  OptionalInt number(String name) {
    JsonNode node = json.path(name);
    if (node.isMissingNode()) {
      return OptionalInt.empty();
    }
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new IllegalArgumentException(name + " must be a whole number");
    }
    return OptionalInt.of(node.asInt());
  }

  String text(String name, String usual) {
    return text(name).orElse(usual);
  }

  Optional<String> text(String name) {
    JsonNode node = json.path(name);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isString() || node.stringValue().isEmpty()) {
      throw new IllegalArgumentException(name + " must be a text");
    }
    return Optional.of(node.stringValue());
  }

  boolean flag(String name, boolean usual) {
    return json.path(name).asBoolean(usual);
  }
}
