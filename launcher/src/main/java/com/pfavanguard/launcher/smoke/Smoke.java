package com.pfavanguard.launcher.smoke;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs all checks against one deployment, also after a failure, and reports them. */
public final class Smoke {
  private final Target target;
  private final Console console;

  public Smoke(Target target, Console console) {
    this.target = target;
    this.console = console;
  }

  /** Whether every check passed. */
  public boolean passes() throws InterruptedException {
    console.say("smoke test of " + target.environment() + " at " + target.url());
    List<CheckResult> results = results();
    long failed = results.stream().filter(result -> !result.passed()).count();
    console.say(failed == 0 ? "all passed" : failed + " of " + results.size() + " failed");
    console.result(Json.line(report(results, failed == 0)));
    return failed == 0;
  }

  /** Of all checks, each said as it comes in; there is no object for {@code --json} yet. */
  public List<CheckResult> results() throws InterruptedException {
    List<CheckResult> results = new ArrayList<>();
    for (Check check : new Checks(target).all()) {
      console.status("  ....  " + check.name());
      CheckResult result = check.run();
      results.add(result);
      console.status("");
      console.say(
          "  %s  %-24s %6d ms  %s"
              .formatted(
                  result.passed() ? "PASS" : "FAIL",
                  result.name(),
                  result.milliseconds(),
                  result.detail()));
    }
    return results;
  }

  private ObjectNode report(List<CheckResult> results, boolean passed) {
    ObjectNode report =
        Json.object()
            .put("environment", target.environment())
            .put("url", target.url())
            .put("passed", passed);
    ArrayNode checks = report.putArray("checks");
    for (CheckResult result : results) {
      checks
          .addObject()
          .put("name", result.name())
          .put("passed", result.passed())
          .put("milliseconds", result.milliseconds())
          .put("detail", result.detail());
    }
    return report;
  }
}
