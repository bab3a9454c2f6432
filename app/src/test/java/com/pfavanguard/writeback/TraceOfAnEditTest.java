package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.OtlpReceiver;
import com.pfavanguard.testing.OtlpReceiver.Span;
import com.pfavanguard.testing.WholeSystem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Traces are on, and a collector listens. */
class TraceOfAnEditTest {
  private static final String FIRST = "0af7651916cd43dd8448eb211c80319c";
  private static final String SECOND = "1bf7651916cd43dd8448eb211c80319d";
  private static final String COMMIT = "POST /api/pfa-data/commit-drafts";

  private static final OtlpReceiver COLLECTOR = new OtlpReceiver();
  private static WholeSystem system;
  private static PlannerDesk desk;

  @BeforeAll
  static void start() {
    system =
        WholeSystem.start(300, Map.of("vanguard.tracing.endpoint", COLLECTOR.endpoint()))
            .read("RIO");
    desk = new PlannerDesk(system);
  }

  @AfterAll
  static void stop() {
    system.close();
    COLLECTOR.close();
  }

  @Test
  void oneTraceLeadsFromTheClickToPemsAndALaterFoldedClickIsLinked() {
    String id = ConflictDesk.freshRental(desk);
    click(id, "4711.99", FIRST);
    click(id, "4712.99", SECOND);
    try (var _ =
        system.startWorker(
            "vanguard.worker.poll=50ms", "vanguard.tracing.endpoint=" + COLLECTOR.endpoint())) {
      desk.awaitState(id, "synced");
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(COLLECTOR.of(FIRST))
                    .extracting(Span::name)
                    .contains(COMMIT, "write edit", "PEMS read", "PEMS update"));
    Span commit = span(COMMIT);
    Span write = span("write edit");
    assertThat(commit.service()).isEqualTo("pfa-vanguard-server");
    assertThat(write.service()).isEqualTo("pfa-vanguard-worker");
    assertThat(write.parent()).isEqualTo(commit.id());
    assertThat(write.links()).containsExactly(SECOND);
    assertThat(span("PEMS update").parent()).isEqualTo(write.id());
    assertThat(span("PEMS update").attributes()).containsEntry("vanguard.outcome", "success");
    assertThat(write.attributes()).containsEntry("vanguard.outcome", "synced");
    assertThat(COLLECTOR.of(SECOND)).extracting(Span::name).contains(COMMIT);
    assertThat(COLLECTOR.spans().toString())
        .contains("/api/auth/login")
        .doesNotContain("4711.99", "4712.99", "password", "Basic", "Bearer");
  }

  /** Saves and commits, as the page does at a click. */
  private static void click(String id, String rate, String trace) {
    ApiClient planner =
        system.api().as("planner").with("traceparent", "00-" + trace + "-b7ad6b7169203331-01");
    Object change = Map.of("pfaId", id, "fields", Map.of("monthlyRate", rate));
    Map<String, Object> body = Map.of("organizationId", "RIO", "changes", List.of(change));
    assertThat(planner.post("/api/pfa-data/save-draft", body).status()).isEqualTo(200);
    assertThat(
            planner.post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO")).status())
        .isEqualTo(202);
  }

  private static Span span(String name) {
    return COLLECTOR.of(FIRST).stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no span " + name));
  }
}
