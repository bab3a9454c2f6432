package com.pfavanguard.release.adapter.prometheus;

import com.pfavanguard.release.adapter.promql.Labels;
import com.pfavanguard.release.adapter.promql.PromQl;
import com.pfavanguard.release.adapter.promql.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Prometheus's rules file, kept by the tool itself: recorded series and alerts. */
public final class AlertRules {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_:][A-Za-z0-9_:]*");

  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> words = new HashSet<>();
  private final double scale;
  private final Map<Labels, Double> activeSince = new HashMap<>();

  private record Rule(
      String record,
      String alert,
      String expression,
      double forSeconds,
      Map<String, String> labels) {}

  /** Takes one sample of a series that a rule makes. */
  @FunctionalInterface
  interface Made {
    void add(Labels labels, double at, double value);
  }

  private AlertRules(double scale) {
    this.scale = scale;
  }

  /**
   * @param scale by which the alerts' own waiting is divided; 1 but in a rehearsal
   */
  public static AlertRules read(Path file, double scale) throws IOException {
    AlertRules rules = new AlertRules(scale);
    JsonNode tree = new YAMLMapper().readTree(Files.readString(file));
    for (JsonNode group : tree.path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private void add(JsonNode rule) {
    Map<String, String> labels = new TreeMap<>();
    rule.path("labels").properties().forEach(l -> labels.put(l.getKey(), l.getValue().asString()));
    String expression = rule.path("expr").asString();
    rules.add(
        new Rule(
            rule.path("record").asString(""),
            rule.path("alert").asString(""),
            expression,
            seconds(rule.path("for").asString("0s")) / scale,
            labels));
    mention(expression);
  }

  /** The metrics of these texts are sampled too. */
  public AlertRules mention(String text) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    return this;
  }

  /** Whether a metric is named by anything at all. */
  boolean uses(String name) {
    return words.contains(name);
  }

  List<String> alerts(String severity) {
    return rules.stream()
        .filter(rule -> severity.equals(rule.labels().get("severity")))
        .map(Rule::alert)
        .toList();
  }

  /** One turn over all rules, in the file's order. */
  void judge(PromQl language, double at, Made made) {
    Set<Labels> active = new HashSet<>();
    for (Rule rule : rules) {
      for (Sample sample : language.ask(rule.expression(), at)) {
        if (!rule.record().isEmpty()) {
          made.add(labels(rule.record(), rule, sample), at, sample.value());
        } else {
          Labels alert = labels("ALERTS", rule, sample);
          active.add(alert);
          double since = activeSince.computeIfAbsent(alert, first -> at);
          if (at - since >= rule.forSeconds()) {
            made.add(alert, at, 1);
          }
        }
      }
    }
    activeSince.keySet().retainAll(active);
  }

  private static Labels labels(String name, Rule rule, Sample sample) {
    Map<String, String> labels = new TreeMap<>(sample.labels().values());
    labels.putAll(rule.labels());
    if (!rule.alert().isEmpty()) {
      labels.put("alertname", rule.alert());
      labels.put("alertstate", "firing");
    }
    return Labels.of(name, labels);
  }

  private static double seconds(String duration) {
    double number = Double.parseDouble(duration.substring(0, duration.length() - 1));
    return switch (duration.charAt(duration.length() - 1)) {
      case 's' -> number;
      case 'm' -> number * 60;
      case 'h' -> number * 3600;
      default -> number * 86_400;
    };
  }
}
