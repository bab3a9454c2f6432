package com.pfavanguard.release.adapter.check;

import com.pfavanguard.launcher.alerts.PageVerdict;
import com.pfavanguard.release.journal.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * PagerDuty's Events API, version 2. One deduplication key is one incident, however often it is
 * sent.
 */
public final class PagerDuty {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ACCEPTED = 202;

  private final URI base;
  private final Supplier<String> routingKey;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * @param base {@code https://events.pagerduty.com}
   * @param routingKey of the integration: a secret
   */
  public PagerDuty(URI base, Supplier<String> routingKey) {
    this.base = base;
    this.routingKey = routingKey;
  }

  /** A page that is resolved at once: whether the pager takes both. */
  public PageVerdict test(String key) throws InterruptedException {
    try {
      send("/v2/enqueue", event("trigger", key, "Test page of a release: nothing to do"));
      send("/v2/enqueue", event("resolve", key, "Test page of a release: nothing to do"));
      return new PageVerdict.Working();
    } catch (IOException e) {
      return new PageVerdict.Broken(String.valueOf(e.getMessage()));
    }
  }

  /** Somebody is woken. */
  public void page(String key, String summary) throws IOException, InterruptedException {
    send("/v2/enqueue", event("trigger", key, summary));
  }

  /** Nobody is woken: what changed stands beside what happened afterwards. */
  public void change(String summary) throws IOException, InterruptedException {
    ObjectNode change = Json.object().put("routing_key", routingKey.get());
    change
        .putObject("payload")
        .put("summary", summary)
        .put("source", "vanguard release")
        .put("timestamp", Instant.now().toString());
    send("/v2/change/enqueue", change);
  }

  private ObjectNode event(String action, String key, String summary) {
    ObjectNode event = Json.object().put("routing_key", routingKey.get());
    event.put("event_action", action).put("dedup_key", key);
    event
        .putObject("payload")
        .put("summary", summary)
        .put("source", "vanguard release")
        .put("severity", "critical")
        .put("component", "release");
    return event;
  }

  /** The refusal is repeated without what was sent: that has the key in it. */
  private void send(String path, ObjectNode body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.canonical(body)))
            .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != ACCEPTED) {
      throw new IOException("PagerDuty answers " + status);
    }
  }
}
