package com.pfavanguard.trial.stage;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.trial.check.RecordKey;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The faults of a tenant: every kind that the simulator can play, each at its rate. */
public final class Weather {
  private static final List<String> CALLS = List.of("GET", "UPDATE");
  private static final List<String> PAGES = List.of("GRIDDATA");
  private static final List<String> EVERYTHING = List.of("GET", "UPDATE", "GRIDDATA");

  private final ObjectNode request;
  private final ArrayNode rules;

  private Weather(long seed) {
    this.request = Json.object().put("seed", seed);
    this.rules = request.putArray("rules");
  }

  /** Everything goes wrong now and then. */
  public static Weather storm(long seed) {
    Weather weather = new Weather(seed);
    weather.calls();
    weather.pages();
    return weather;
  }

  /** PEMS answers slowly, and else does as it should: a killed worker leaves work undone. */
  public static Weather breeze(long seed) {
    Weather weather = new Weather(seed);
    weather.rate(1, CALLS, fault("latency").put("minMillis", 150).put("maxMillis", 400));
    return weather;
  }

  /** As the simulator's control API takes it. */
  public ObjectNode rules() {
    return request;
  }

  private void calls() {
    rate(0.15, CALLS, fault("latency").put("minMillis", 50).put("maxMillis", 600));
    rate(0.003, CALLS, fault("connection-refused").put("millis", 400));
    rate(0.02, CALLS, fault("cut-before-commit"));
    rate(0.05, List.of("UPDATE"), fault("cut-after-commit"));
    rate(0.01, CALLS, fault("cut-mid-body"));
    rate(0.01, CALLS, fault("http-500"));
    rate(0.01, CALLS, fault("http-503").put("retryAfter", 1));
    rate(0.01, CALLS, fault("http-429").put("retryAfter", 1));
    rate(0.01, CALLS, fault("truncated-json"));
    rate(0.01, CALLS, fault("slow-drip").put("bytesPerSecond", 4000));
    rate(0.01, CALLS, fault("session-expiry"));
    rate(0.01, CALLS, fault("clock-skew"));
    rate(0.005, List.of("UPDATE"), fault("error-alert"));
    rate(0.005, List.of("UPDATE"), fault("confirmation-alert"));
    ObjectNode edit = fault("concurrent-edit").put("user", "INTRUDER");
    edit.putObject("fields").put("areaSilo", "Moved in the middle");
    rate(0.02, CALLS, edit);
  }

  private void pages() {
    rate(0.05, PAGES, fault("short-page"));
    rate(0.05, PAGES, fault("repeated-page"));
    rate(0.05, PAGES, fault("reordered-page"));
    rate(0.05, PAGES, fault("count-lie"));
    rate(0.05, PAGES, fault("truncated-json"));
    rate(0.05, PAGES, fault("http-503"));
  }

  /** A person deletes the record in PEMS. */
  public Weather deleting(RecordKey record) {
    ObjectNode rule = rule("GET", record);
    rule.set("fault", fault("record-deleted").put("user", "JDOE"));
    rule.putObject("schedule").put("from", 3).put("to", 3);
    return this;
  }

  /** PEMS refuses half of the changes of the record. */
  public Weather refusing(RecordKey record) {
    ObjectNode rule = rule("UPDATE", record);
    rule.set("fault", fault("read-only-record"));
    rule.put("rate", 0.5);
    return this;
  }

  /** A field has another name now, in the grid and on the screen. */
  public Weather renaming(String alias, String newAlias) {
    rate(1, EVERYTHING, fault("schema-drift").put("alias", alias).put("rename", newAlias));
    return this;
  }

  private ObjectNode rule(String operation, RecordKey record) {
    ObjectNode rule = rules.addObject();
    rule.putObject("match")
        .put("operation", operation)
        .put("organization", record.organization())
        .put("pfaId", record.pfaId());
    return rule;
  }

  private static ObjectNode fault(String kind) {
    return Json.object().put("kind", kind);
  }

  private void rate(double rate, List<String> operations, ObjectNode fault) {
    ObjectNode rule = rules.addObject();
    ArrayNode match = rule.putObject("match").putArray("operation");
    operations.forEach(match::add);
    rule.set("fault", fault);
    rule.put("rate", rate);
  }
}
