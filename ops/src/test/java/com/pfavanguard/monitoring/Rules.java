package com.pfavanguard.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** What stands in ops/prometheus. */
final class Rules {
  static final Path FOLDER = Tool.ROOT.resolve("ops/prometheus");

  private Rules() {}

  /** An alert as it is written. */
  record Alert(String name, String expression, String severity, String runbook) {}

  static List<Alert> alerts() {
    return rules()
        .filter(rule -> rule.containsKey("alert"))
        .map(
            rule ->
                new Alert(
                    text(rule, "alert"),
                    text(rule, "expr"),
                    text(map(rule, "labels"), "severity"),
                    text(map(rule, "annotations"), "runbook_url")))
        .toList();
  }

  /** Expressions of recording rules and alerts. */
  static List<String> expressions() {
    return rules().map(rule -> text(rule, "expr")).toList();
  }

  /** Names of the unit tests. */
  static List<String> cases() {
    return maps(load("rules-test.yml"), "tests").map(test -> text(test, "name")).toList();
  }

  private static Stream<Map<?, ?>> rules() {
    return maps(load("rules.yml"), "groups").flatMap(group -> maps(group, "rules"));
  }

  private static Map<?, ?> load(String file) {
    try {
      return new Yaml().load(Files.readString(FOLDER.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Map<?, ?>> maps(Map<?, ?> parent, String key) {
    return ((List<?>) parent.get(key)).stream().map(child -> (Map<?, ?>) child);
  }

  private static Map<?, ?> map(Map<?, ?> parent, String key) {
    return (Map<?, ?>) parent.get(key);
  }

  private static String text(Map<?, ?> parent, String key) {
    return String.valueOf(parent.get(key)).strip();
  }
}
