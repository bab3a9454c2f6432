package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.WholeSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The way of an edit from commit to PEMS and back, on real parts; PEMS's own log is the witness.
 */
class WriteBackTest {
  private static WholeSystem system;
  private static ApiClient planner;

  @BeforeAll
  static void start() {
    system = WholeSystem.start(3_000);
    system.read("RIO");
    planner = system.api().as("planner");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private long firstWrite;

  @BeforeEach
  void rememberWhereTheLogEnds() {
    system.pems("DELETE", "/faults", Map.of());
    setAutoSync(true);
    JsonNode writes = writes(0);
    firstWrite = writes.isEmpty() ? 0 : writes.path(writes.size() - 1).path("sequence").asLong();
  }

  @Test
  void anEditArrivesInPemsWithRecordidPlusOneAndMirrorAndHistoryAgree() {
    try (var worker = system.startWorker()) {
      JsonNode before = openForecasts(1).getFirst();
      String id = before.path("pfaId").asString();
      long version = before.path("version").asLong();
      commit(
          Map.of(id, Map.of("forecastEnd", "2029-02-28", "description", "Grün, \"quoted\" ≤ 5")));

      awaitState(id, "synced");

      JsonNode pems = system.pems("GET", "/records/RIO/" + id, Map.of());
      assertThat(pems.path("recordid").asLong()).isEqualTo(version + 1);
      assertThat(pems.toString()).contains("2029-02-28");
      JsonNode after = record(id);
      assertThat(after.path("version").asLong()).isEqualTo(version + 1);
      assertThat(after.path("description").asString()).isEqualTo("Grün, \"quoted\" ≤ 5");
      assertThat(history(id)).containsExactly(version + "/read", (version + 1) + "/write");
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void unsentFieldsStayAsTheyAreInPems() {
    try (var worker = system.startWorker()) {
      String id = openForecasts(1).getFirst().path("pfaId").asString();
      Map<String, String> before = pemsFields(id);
      commit(Map.of(id, Map.of("areaSilo", "ELSEWHERE")));
      awaitState(id, "synced");

      Map<String, String> after = pemsFields(id);
      Set<String> changed = new HashSet<>();
      after.forEach(
          (field, value) -> {
            if (!value.equals(before.get(field))) {
              changed.add(field);
            }
          });
      assertThat(changed)
          .contains("areaSilo")
          .isSubsetOf("areaSilo", "lastChangedBy", "lastChangedAt", "version");
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void sixHundredRecordsInOneCommitAllArriveOnceThoughAWorkerDiesOnTheWay() {
    system.pems("PUT", "/faults", Map.of("seed", 1, "rules", List.of()));
    List<JsonNode> records = openForecasts(600);
    Map<String, Map<String, String>> edits = new TreeMap<>();
    records.forEach(r -> edits.put(r.path("pfaId").asString(), Map.of("model", "M-600")));
    commit(edits);

    // A worker that claims with a short lease and is gone at once leaves rows in processing.
    claimAndVanish(50);
    try (var one = system.startWorker();
        var two = system.startWorker()) {
      awaitQueueEmpty();
      assertThat(one.isActive() && two.isActive()).isTrue();
    }

    Map<String, Integer> writesPerRecord = new TreeMap<>();
    writes(firstWrite)
        .forEach(w -> writesPerRecord.merge(w.path("pfaId").asString(), 1, Integer::sum));
    assertThat(writesPerRecord.keySet()).isEqualTo(edits.keySet());
    assertThat(writesPerRecord.values()).containsOnly(1);
  }

  @Test
  void quickEditsOfOneAuthorFoldIntoOneWaitingWriteAndKeepEveryVersionOfTheAudit() {
    setAutoSync(false);
    String id = openForecasts(1).getFirst().path("pfaId").asString();
    for (int i = 1; i <= 20; i++) {
      commit(Map.of(id, i == 7 ? Map.of("areaSilo", "SEVENTH") : Map.of("model", "M" + i)));
    }
    setAutoSync(true);
    try (var worker = system.startWorker()) {
      awaitState(id, "synced");
      assertThat(worker.isActive()).isTrue();
    }

    assertThat(writes(firstWrite)).hasSize(1);
    assertThat(record(id).path("model").asString()).isEqualTo("M20");
    assertThat(record(id).path("areaSilo").asString()).isEqualTo("SEVENTH");
    assertThat(
            system
                .tables()
                .owner()
                .sql(
                    "SELECT count(*) FROM pfa_modification WHERE pfa_id = ? AND sync_status = 'superseded' AND superseded_by IS NOT NULL")
                .param(id)
                .query(Long.class)
                .single())
        .isEqualTo(19);
  }

  @Test
  void nobodyConflictsWithTheirOwnEarlierEditAlsoWhenItWasAlreadyClaimed() {
    String id = openForecasts(1).getFirst().path("pfaId").asString();
    commit(Map.of(id, Map.of("model", "FIRST")));
    claimAndVanish(1);
    commit(Map.of(id, Map.of("model", "SECOND")));
    try (var worker = system.startWorker()) {
      awaitState(id, "synced");
      assertThat(worker.isActive()).isTrue();
    }

    List<String> models = new ArrayList<>();
    writes(firstWrite).forEach(w -> models.add(w.path("fields").toString()));
    assertThat(models).hasSize(2);
    assertThat(models.getFirst()).contains("FIRST");
    assertThat(record(id).path("model").asString()).isEqualTo("SECOND");
  }

  @Test
  void aChangeOfTheSameFieldInPemsBecomesAConflictAndIsNotOverwritten() {
    try (var worker = system.startWorker()) {
      String id = openForecasts(1).getFirst().path("pfaId").asString();
      save(Map.of(id, Map.of("model", "OURS")));
      editInPems(id, Map.of("model", "THEIRS"));
      commitAll();

      awaitState(id, "conflict");

      assertThat(pemsFields(id)).containsEntry("model", "THEIRS");
      assertThat(
              system
                  .tables()
                  .owner()
                  .sql(
                      "SELECT count(*) FROM pfa_sync_conflict WHERE pfa_id = ? AND status = 'unresolved' AND fields = '{model}'")
                  .param(id)
                  .query(Long.class)
                  .single())
          .isEqualTo(1);
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void aChangeOfAnotherFieldInPemsMergesByItself() {
    try (var worker = system.startWorker()) {
      String id = openForecasts(1).getFirst().path("pfaId").asString();
      save(Map.of(id, Map.of("model", "OURS")));
      editInPems(id, Map.of("areaSilo", "THEIRS"));
      commitAll();

      awaitState(id, "synced");

      assertThat(pemsFields(id)).containsEntry("model", "OURS").containsEntry("areaSilo", "THEIRS");
      assertThat(record(id).path("areaSilo").asString()).isEqualTo("THEIRS");
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void aPlaceholderDateFromPemsDoesNotStopTheQueue() {
    try (var worker = system.startWorker()) {
      String id = openForecasts(1).getFirst().path("pfaId").asString();
      editInPems(id, Map.of("forecastEnd", "9999-12-31"));
      system.read("RIO");
      commit(Map.of(id, Map.of("forecastEnd", "2031-01-31")));

      awaitState(id, "synced");

      assertThat(pemsFields(id)).containsEntry("forecastEnd", "2031-01-31");
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void anEditCommittedEarlierButSeenLaterWaitsForTheOneInFlight() {
    String id = openForecasts(1).getFirst().path("pfaId").asString();
    commit(Map.of(id, Map.of("model", "FIRST")));
    claimAndVanish(1);
    // The row in flight has the higher number, as when the other commit became visible late.
    system
        .tables()
        .owner()
        .sql(
            "UPDATE pfa_write_queue SET leased_until = clock_timestamp() + interval '1 minute', id = id + 1000000 WHERE pfa_id = ? AND status = 'processing'")
        .param(id)
        .update();
    String other = openForecasts(2).getLast().path("pfaId").asString();
    commit(Map.of(id, Map.of("model", "SECOND"), other, Map.of("model", "OTHER")));

    try (var worker = system.startWorker()) {
      awaitState(other, "synced");
      assertThat(record(id).path("syncStatus").asString()).isIn("syncing", "queued");
      system
          .tables()
          .owner()
          .sql(
              "UPDATE pfa_write_queue SET leased_until = clock_timestamp() WHERE pfa_id = ? AND status = 'processing'")
          .param(id)
          .update();
      awaitQueueEmpty();
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void clearingATextIsNoConflictWithOneself() {
    String id = openForecasts(1).getFirst().path("pfaId").asString();
    commit(Map.of(id, Map.of("model", "")));
    claimAndVanish(1);
    commit(Map.of(id, Map.of("model", "AGAIN")));
    try (var worker = system.startWorker()) {
      awaitState(id, "synced");
      assertThat(worker.isActive()).isTrue();
    }
    assertThat(record(id).path("model").asString()).isEqualTo("AGAIN");
  }

  @Test
  void theFlagStopsClaimsAndResumesThem() {
    try (var worker = system.startWorker()) {
      setAutoSync(false);
      String id = openForecasts(1).getFirst().path("pfaId").asString();
      commit(Map.of(id, Map.of("model", "PAUSED")));
      // The worker demonstrably runs: it beats, and yet leaves the row alone.
      await()
          .until(
              () ->
                  count(
                          "SELECT count(*) FROM worker_heartbeat WHERE beat_at > clock_timestamp() - interval '10 s'")
                      > 0);
      assertThat(record(id).path("syncStatus").asString()).isEqualTo("queued");
      assertThat(writes(firstWrite)).isEmpty();

      setAutoSync(true);
      awaitState(id, "synced");
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void aFailingPemsIsTriedAgainAndTheEditArrivesOnce() {
    system.pems(
        "PUT",
        "/faults",
        Map.of(
            "seed",
            7,
            "rules",
            List.of(
                Map.of("match", Map.of("operation", "UPDATE"), "fault", "http-503", "count", 2))));
    try (var worker =
        system.startWorker(
            "vanguard.worker.retry-delays=50ms,50ms,50ms", "vanguard.worker.poll=50ms")) {
      String id = openForecasts(1).getFirst().path("pfaId").asString();
      commit(Map.of(id, Map.of("model", "RETRIED")));
      awaitState(id, "synced");

      assertThat(writes(firstWrite)).hasSize(1);
      assertThat(count("SELECT max(attempts) FROM pfa_write_queue WHERE pfa_id = '" + id + "'"))
          .isEqualTo(2);
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void anEditWhoseTriesAreUsedUpIsADeadLetterAfterExactlyTheConfiguredAttempts() {
    String id = openForecasts(1).getFirst().path("pfaId").asString();
    system.pems(
        "PUT",
        "/faults",
        Map.of(
            "seed",
            7,
            "rules",
            List.of(Map.of("match", Map.of("pfaId", id), "fault", "http-503", "rate", 1.0))));
    try (var worker =
        system.startWorker("vanguard.worker.retry-delays=20ms,20ms", "vanguard.worker.poll=50ms")) {
      commit(Map.of(id, Map.of("model", "NEVER")));
      awaitState(id, "failed");

      assertThat(
              count(
                  "SELECT attempts FROM pfa_write_queue WHERE status = 'failed' AND pfa_id = '"
                      + id
                      + "'"))
          .isEqualTo(3);
      assertThat(worker.isActive()).isTrue();
    }
  }

  private static void save(Map<String, ? extends Map<String, ?>> edits) {
    List<Object> changes = new ArrayList<>();
    edits.forEach((id, fields) -> changes.add(Map.of("pfaId", id, "fields", fields)));
    var answer =
        planner.post(
            "/api/pfa-data/save-draft", Map.of("organizationId", "RIO", "changes", changes));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static void commitAll() {
    var answer = planner.post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
  }

  private static void commit(Map<String, ? extends Map<String, ?>> edits) {
    save(edits);
    commitAll();
  }

  /** Forecast records without a rule in the way, not yet touched by another test. */
  private static List<JsonNode> openForecasts(int count) {
    JsonNode page =
        planner
            .get(
                "/api/pfa-data?organizationId=RIO&limit="
                    + count
                    + "&totals=false&filter=isActualized:eq:false&filter=syncStatus:eq:synced&filter=model:ne:M-600")
            .body()
            .path("records");
    List<JsonNode> records = new ArrayList<>();
    page.forEach(records::add);
    assertThat(records).hasSize(count);
    return records;
  }

  private static JsonNode record(String id) {
    return planner.get("/api/pfa-data/" + id + "?organizationId=RIO").body();
  }

  private static void awaitState(String id, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> record(id).path("syncStatus").asString(), state::equals);
  }

  private static void awaitQueueEmpty() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                count(
                    "SELECT count(*) FROM pfa_write_queue WHERE status IN ('pending', 'processing')"),
            open -> open == 0);
  }

  /**
   * Leaves rows in processing with a lease that is already over, as a worker does that was killed.
   */
  private static void claimAndVanish(int rows) {
    system
        .tables()
        .owner()
        .sql(
            """
            UPDATE pfa_write_queue SET status = 'processing', lease_owner = 'killed', lease_number = 1,
                   leased_until = clock_timestamp() - interval '1 second', started_at = clock_timestamp()
             WHERE id IN (SELECT id FROM pfa_write_queue WHERE status = 'pending' ORDER BY id LIMIT ?)
            """)
        .param(rows)
        .update();
  }

  private static void setAutoSync(boolean enabled) {
    system
        .tables()
        .owner()
        .sql("UPDATE feature_flags SET enabled = ? WHERE flag_name = 'auto_sync'")
        .param(enabled)
        .update();
  }

  private static void editInPems(String id, Map<String, String> fields) {
    system.pems(
        "POST",
        "/edits",
        Map.of("organization", "RIO", "pfaId", id, "user", "JDOE", "fields", fields));
  }

  private static JsonNode writes(long after) {
    return system.pems("GET", "/writes?after=" + after, Map.of());
  }

  private static Map<String, String> pemsFields(String id) {
    JsonNode record = system.pems("GET", "/records/RIO/" + id, Map.of());
    JsonNode fields = record.has("fields") ? record.path("fields") : record;
    Map<String, String> values = new TreeMap<>();
    fields.propertyStream().forEach(e -> values.put(e.getKey(), e.getValue().asString("")));
    return values;
  }

  private static List<String> history(String id) {
    return system
        .tables()
        .owner()
        .sql(
            "SELECT version || '/' || change_source FROM pfa_mirror_history WHERE pfa_id = ? ORDER BY version")
        .param(id)
        .query(String.class)
        .list();
  }

  private static long count(String sql) {
    return system.tables().owner().sql(sql).query(Long.class).single();
  }
}
