package com.pfavanguard.launcher.audit;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks every organization's audit and reports. */
public final class AuditVerification {
  private final String databaseUrl;
  private final List<String> knownHeads;
  private final Console console;

  /**
   * @param databaseUrl with the operator's role
   * @param knownHeads heads noted elsewhere (the server's log), in hexadecimal: each must be in a
   *     chain
   */
  public AuditVerification(String databaseUrl, List<String> knownHeads, Console console) {
    this.databaseUrl = databaseUrl;
    this.knownHeads = knownHeads;
    this.console = console;
  }

  /** Whether nothing was edited, deleted, reordered or slipped in. */
  public boolean passes() throws SQLException {
    Found found = check();
    console.status("");
    found.results().forEach(result -> console.say(line(result)));
    found
        .violations()
        .forEach(v -> console.say("VIOLATED %s: %s".formatted(v.organization(), v.message())));
    console.result(Json.line(report(found.results(), found.violations())));
    return found.violations().isEmpty();
  }

  /** One line for each violation; says nothing. */
  public List<String> violations() throws SQLException {
    return check().violations().stream()
        .map(v -> "audit of %s: %s".formatted(v.organization(), v.message()))
        .toList();
  }

  private record Found(List<ChainCheck.Result> results, List<Violation> violations) {}

  private Found check() throws SQLException {
    Set<String> unseen = new LinkedHashSet<>();
    knownHeads.forEach(head -> unseen.add(head.toLowerCase(Locale.ROOT)));
    List<ChainCheck.Result> results = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    try (AuditDatabase database = AuditDatabase.open(databaseUrl)) {
      for (String organization : database.organizations()) {
        console.status("checking " + organization);
        ChainCheck.Result result = new ChainCheck(database, organization, unseen).run();
        results.add(result);
        if (result.violation() != null) {
          violations.add(result.violation());
        }
      }
    }
    unseen.forEach(head -> violations.add(unknown(head)));
    return new Found(results, violations);
  }

  private static Violation unknown(String head) {
    return new Violation(
        Violation.Kind.head_unknown,
        "",
        null,
        null,
        "no chain holds the head %s: one was cut short or made anew".formatted(head));
  }

  private static String line(ChainCheck.Result result) {
    return "%s: %d entries in %d seals, %d waiting, head %s"
        .formatted(
            result.organization(),
            result.entries(),
            result.seals(),
            result.waiting(),
            result.head() == null ? "none" : result.head());
  }

  private static ObjectNode report(List<ChainCheck.Result> results, List<Violation> violations) {
    ObjectNode report = Json.object().put("ok", violations.isEmpty());
    ArrayNode organizations = report.putArray("organizations");
    for (ChainCheck.Result result : results) {
      organizations
          .addObject()
          .put("id", result.organization())
          .put("entries", result.entries())
          .put("seals", result.seals())
          .put("waiting", result.waiting())
          .put("head", result.head());
    }
    ArrayNode violated = report.putArray("violated");
    violations.forEach(violation -> add(violated, violation));
    return report;
  }

  private static void add(ArrayNode violated, Violation violation) {
    violated
        .addObject()
        .put("kind", violation.kind().name())
        .put("organization", violation.organization())
        .put("entry", violation.entry())
        .put("seal", violation.seal())
        .put("message", violation.message());
  }
}
