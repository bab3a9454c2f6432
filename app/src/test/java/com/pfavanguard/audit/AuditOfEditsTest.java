package com.pfavanguard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.WholeSystem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the audit says of edits on their way to PEMS, on real parts. */
class AuditOfEditsTest {
  private static WholeSystem system;
  private static ApiClient planner;
  private static int taken;

  @BeforeAll
  static void start() {
    system = WholeSystem.start(300);
    system.read("RIO");
    planner = system.api().as("planner");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void noFaults() {
    system.pems("DELETE", "/faults", Map.of());
    setAutoSync(true);
  }

  @Test
  void twentyQuickEditsOfOneAuthorAreAllInTheAuditWithTheirValues() {
    setAutoSync(false);
    String id = record();
    for (int i = 1; i <= 20; i++) {
      commit(id, Map.of("model", "M" + i), "edit " + i);
    }
    setAutoSync(true);
    try (var worker = system.startWorker()) {
      awaitState(id, "synced");
      assertThat(worker.isActive()).isTrue();
    }

    assertThat(
            entries(
                id, "draft_committed", "actor_name || ' ' || (after ->> 'model') || ' ' || reason"))
        .isEqualTo(
            IntStream.rangeClosed(1, 20).mapToObj(i -> "planner M" + i + " edit " + i).toList());
    assertThat(entries(id, "edit_superseded", "actor_name")).hasSize(19);
    assertThat(entries(id, "write_synced", "(after ->> 'model')")).containsExactly("M20");
  }

  @Test
  void everyAttemptIsThereWithWhatPemsAnswered() {
    String id = record();
    system.pems(
        "PUT",
        "/faults",
        Map.of(
            "seed",
            7,
            "rules",
            List.of(
                Map.of(
                    "match",
                    Map.of("operation", "UPDATE", "pfaId", id),
                    "fault",
                    "http-503",
                    "count",
                    2))));
    String before =
        planner.get("/api/pfa-data/" + id + "?organizationId=RIO").body().path("model").asString();
    try (var worker =
        system.startWorker(
            "vanguard.worker.retry-delays=50ms,50ms,50ms", "vanguard.worker.poll=50ms")) {
      commit(id, Map.of("model", "AUDITED"), "because");
      awaitState(id, "synced");
      assertThat(worker.isActive()).isTrue();
    }

    assertThat(entries(id, "%", "action || ' ' || coalesce(detail ->> 'attempt', '-')"))
        .containsExactly(
            "draft_committed -",
            "write_attempted 1",
            "write_retried 1",
            "write_attempted 2",
            "write_retried 2",
            "write_attempted 3",
            "write_synced 3");
    assertThat(entries(id, "write_retried", "detail -> 'answer' ->> 'code'"))
        .containsOnly("unavailable");
    assertThat(entries(id, "write_synced", "(before ->> 'model') || '>' || (after ->> 'model')"))
        .containsExactly(before + ">AUDITED");
    assertThat(entries(id, "write_synced", "(detail ->> 'author') || ' by ' || actor_kind"))
        .containsExactly("planner by worker");
  }

  @Test
  void aDiscardedDraftAndAReadAreThereToo() {
    String id = record();
    save(id, Map.of("model", "GIVEN-UP"), "");
    assertThat(
            planner.post("/api/pfa-data/discard-drafts", Map.of("organizationId", "RIO")).status())
        .isEqualTo(200);

    assertThat(entries(id, "draft_discarded", "before ->> 'model'")).containsExactly("GIVEN-UP");
    assertThat(
            system
                .tables()
                .owner()
                .sql(
                    """
                    SELECT actor_name || ' ' || (detail ->> 'status') || ' ' || (detail ->> 'inserted')
                      FROM audit_entry WHERE action = 'read_run' AND organization_id = 'RIO'
                    """)
                .query(String.class)
                .list())
        .hasSize(1)
        .allMatch(run -> run.startsWith("admin completed "));
  }

  @Test
  void theRequestThatCommittedIsNamed() {
    String id = record();
    save(id, Map.of("model", "REQUESTED"), "");
    planner
        .with("X-Request-Id", "request-of-this-test")
        .post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO"));

    assertThat(entries(id, "draft_committed", "request_id"))
        .containsExactly("request-of-this-test");
  }

  private static List<String> entries(String id, String action, String column) {
    return system
        .tables()
        .owner()
        .sql(
            "SELECT "
                + column
                + " FROM audit_entry WHERE pfa_id = ? AND action LIKE ? ORDER BY entry_id")
        .param(id)
        .param(action)
        .query(String.class)
        .list();
  }

  private static void save(String id, Map<String, ?> fields, String reason) {
    Map<String, @Nullable Object> change =
        new java.util.HashMap<>(Map.of("pfaId", id, "fields", fields));
    change.put("reason", reason.isEmpty() ? null : reason);
    var answer =
        planner.post(
            "/api/pfa-data/save-draft",
            Map.of("organizationId", "RIO", "changes", List.of(change)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static void commit(String id, Map<String, ?> fields, String reason) {
    save(id, fields, reason);
    var answer = planner.post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
  }

  /** A forecast record that no other test here has touched. */
  private static String record() {
    JsonNode page =
        planner
            .get(
                "/api/pfa-data?organizationId=RIO&limit=50&totals=false&filter=isActualized:eq:false"
                    + "&filter=model:notEmpty")
            .body()
            .path("records");
    return page.path(taken++).path("pfaId").asString();
  }

  private static void awaitState(String id, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                planner
                    .get("/api/pfa-data/" + id + "?organizationId=RIO")
                    .body()
                    .path("syncStatus")
                    .asString(),
            state::equals);
  }

  private static void setAutoSync(boolean enabled) {
    system
        .tables()
        .owner()
        .sql("UPDATE feature_flags SET enabled = ? WHERE flag_name = 'auto_sync'")
        .param(enabled)
        .update();
  }
}
