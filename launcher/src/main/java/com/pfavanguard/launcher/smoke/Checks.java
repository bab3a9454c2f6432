package com.pfavanguard.launcher.smoke;

import com.pfavanguard.launcher.client.Answer;
import com.pfavanguard.launcher.client.LiveUpdates;
import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The checks of the smoke test, in the order of the release checklist. */
final class Checks {
  private static final List<String> RATE_LIMIT_HEADERS =
      List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset");

  private final Target target;
  private final VanguardApi anonymous;
  private @Nullable VanguardApi authenticated;

  Checks(Target target) {
    this.target = target;
    this.anonymous = VanguardApi.anonymous(target.url());
  }

  List<Check> all() {
    return List.of(
        new Check("backend health", this::backend),
        new Check("database health", this::database),
        new Check("worker health", this::worker),
        new Check("no access without login", this::withoutLogin),
        new Check("access with login", this::withLogin),
        new Check("sync status", this::syncStatus),
        new Check("queue metrics", this::queueMetrics),
        new Check("manual sync", this::manualSync),
        new Check("live updates", this::liveUpdates),
        new Check("rate limit headers", this::rateLimitHeaders));
  }

  private String backend() throws Exception {
    Answer answer = healthy("/health");
    return "version " + answer.body().path("version").asString("unknown");
  }

  private String database() throws Exception {
    Answer answer = healthy("/health/db");
    Expectation.number(answer, "connections");
    return answer.body().path("connections").asInt() + " connections";
  }

  private Answer healthy(String path) throws Exception {
    Answer answer = anonymous.get(path);
    Expectation.status(answer, 200);
    String status = answer.body().path("status").asString("");
    Expectation.that(status.equals("healthy"), path + " says " + status);
    return answer;
  }

  private String worker() throws Exception {
    Answer answer = anonymous.get("/health/write-sync");
    Expectation.status(answer, 200);
    JsonNode worker = answer.body().path("worker");
    Expectation.that(worker.path("running").asBoolean(false), "no worker runs");
    return "%d running, %d waiting"
        .formatted(
            worker.path("instances").asInt(0), answer.body().path("queue").path("size").asInt(0));
  }

  private String withoutLogin() throws Exception {
    Expectation.status(anonymous.get(records()), 401);
    return "refused";
  }

  private String withLogin() throws Exception {
    Answer answer = caller().get(records());
    Expectation.status(answer, 200);
    Expectation.that(answer.body().path("records").isArray(), "the answer has no records");
    return "%,d records".formatted(answer.body().path("totals").path("count").asLong(0));
  }

  private String syncStatus() throws Exception {
    Answer answer = caller().get("/api/pems/sync-status?" + organization());
    Expectation.status(answer, 200);
    Expectation.number(answer, "queueSize");
    return answer.body().path("queueSize").asInt() + " queued";
  }

  private String queueMetrics() throws Exception {
    Answer answer = caller().get("/api/pems/queue-metrics?" + organization());
    Expectation.status(answer, 200);
    Expectation.number(answer, "pending");
    Expectation.number(answer, "failed");
    return answer.body().path("failed").asInt() + " failed";
  }

  private String manualSync() throws Exception {
    JsonNode wish = Json.object().put("organizationId", target.organization());
    Answer answer = caller().post("/api/pems/write-sync", wish);
    Expectation.status(answer, 202);
    Expectation.that(answer.body().path("success").asBoolean(false), "no success reported");
    return answer.body().path("message").asString("accepted");
  }

  private String liveUpdates() throws Exception {
    try (LiveUpdates live = caller().live()) {
      live.send(
          Json.object().put("type", "subscribe").put("organizationId", target.organization()));
      JsonNode message = live.next(Duration.ofSeconds(10));
      Expectation.that(message != null, "no answer to subscribe within 10 s");
      String type = message == null ? "" : message.path("type").asString("");
      Expectation.that(type.equals("SUBSCRIBED"), "expected SUBSCRIBED, got " + message);
      return "subscribed";
    }
  }

  private String rateLimitHeaders() throws Exception {
    Answer answer = caller().get(records());
    for (String header : RATE_LIMIT_HEADERS) {
      Expectation.that(answer.hasHeader(header), "the answer has no " + header);
    }
    return "present";
  }

  private VanguardApi caller() throws IOException, InterruptedException {
    if (authenticated == null) {
      authenticated = target.caller().authenticate(anonymous);
    }
    return authenticated;
  }

  private String records() {
    return "/api/pfa-data?limit=1&" + organization();
  }

  private String organization() {
    return "organizationId=" + URLEncoder.encode(target.organization(), StandardCharsets.UTF_8);
  }
}
