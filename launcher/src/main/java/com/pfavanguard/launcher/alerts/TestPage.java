package com.pfavanguard.launcher.alerts;

import com.pfavanguard.launcher.client.Answer;
import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives Alertmanager an alert of P1 and watches whether its pager takes it. The page resolves
 * itself. Silence proves nothing: what is not seen delivered in time is broken.
 */
public final class TestPage {
  private static final String PAGER = "integration=\"pagerduty\"";
  private static final long LOOK_AGAIN_MILLIS = 250;

  private final VanguardApi alertmanager;
  private final Duration patience;
  private final String id = Long.toString(System.currentTimeMillis(), 36);

  public TestPage(String alertmanagerUrl, Duration patience) {
    this.alertmanager = VanguardApi.anonymous(alertmanagerUrl);
    this.patience = patience;
  }

  public PageVerdict send() throws InterruptedException {
    try {
      Counts before = counts();
      Answer taken = post(Instant.now().plus(patience.multipliedBy(2)));
      if (taken.status() != 200) {
        return new PageVerdict.Broken("Alertmanager refuses the alert: HTTP " + taken.status());
      }
      PageVerdict verdict = watch(before);
      post(Instant.now());
      return verdict;
    } catch (IOException e) {
      return new PageVerdict.Broken("Alertmanager does not answer: " + e.getMessage());
    }
  }

  /** Requests to the pager so far, and those of them that failed. */
  private record Counts(double sent, double failed) {}

  private PageVerdict watch(Counts before) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(patience);
    Counts earlier = before;
    while (Instant.now().isBefore(deadline)) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
      Counts now = counts();
      if (now.failed() > before.failed()) {
        return new PageVerdict.Broken("the pager refuses what Alertmanager sends; see its log");
      }
      // Seen twice: a failure is counted a moment after its request.
      if (earlier.sent() > before.sent()) {
        return new PageVerdict.Working();
      }
      earlier = now;
    }
    return new PageVerdict.Broken(
        "nothing was sent to the pager within " + patience.toSeconds() + " s");
  }

  private Counts counts() throws IOException, InterruptedException {
    String metrics = alertmanager.get("/metrics").response().body();
    return new Counts(
        value(metrics, "alertmanager_notification_requests_total"),
        value(metrics, "alertmanager_notification_requests_failed_total"));
  }

  private static double value(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + "{") && line.contains(PAGER))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private Answer post(Instant end) throws IOException, InterruptedException {
    ObjectNode alert = Json.object();
    alert
        .putObject("labels")
        .put("alertname", "PfaTestPage")
        .put("severity", "P1")
        .put("service", "alerting")
        .put("test", id);
    alert
        .putObject("annotations")
        .put("summary", "Test page: somebody tries whether paging works.")
        .put("description", "Nothing to do; it resolves itself.");
    alert.put("endsAt", end.toString());
    JsonNode alerts = JsonNodeFactory.instance.arrayNode().add(alert);
    return alertmanager.post("/api/v2/alerts", alerts);
  }
}
