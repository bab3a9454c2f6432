package com.pfavanguard.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.WholeSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Going back, through the queue into PEMS, on real parts. */
class RollbackTest {
  private static final String JOBS = "/api/pems/jobs/";
  private static WholeSystem system;
  private static ApiClient planner;
  private static int taken;

  @BeforeAll
  static void start() {
    system = WholeSystem.start(300);
    system.read("RIO");
    system.startWorker();
    planner = system.api().as("planner");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void aRollbackIsANewVersionInPemsWithItsAuthorAndReasonAndTheHistoryKeepsAll() {
    JsonNode before = record();
    String id = before.path("pfaId").asString();
    long first = before.path("version").asLong();
    commit(Map.of(id, Map.of("model", "MISTAKE", "areaSilo", "WRONG")));
    awaitState(id, "synced");

    JsonNode preview = roll(id + "/rollback/preview", first, null).body();
    assertThat(preview.path("outcome").asString()).isEqualTo("goes_back");
    assertThat(preview.path("changes").valueStream().map(c -> c.path("field").asString()))
        .containsExactlyInAnyOrder("model", "areaSilo");
    ApiAnswer answer = roll(id + "/rollback", first, "wrong crane");
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    awaitState(id, "synced");

    JsonNode after = planner.get("/api/pfa-data/" + id + "?organizationId=RIO").body();
    assertThat(after.path("model")).isEqualTo(before.path("model"));
    assertThat(after.path("areaSilo")).isEqualTo(before.path("areaSilo"));
    assertThat(pems(id).path("recordid").asLong()).isEqualTo(first + 2);
    JsonNode versions =
        planner.get("/api/pfa-data/" + id + "/history?organizationId=RIO").body().path("versions");
    assertThat(versions.valueStream().map(v -> v.path("version").asLong()))
        .containsExactly(first + 2, first + 1, first);
    assertThat(versions.path(0).path("author").asString()).isEqualTo("planner");
    assertThat(versions.path(0).path("reason").asString())
        .isEqualTo("Back to version " + first + ": wrong crane");
    assertThat(audit(id))
        .containsSubsequence("draft_committed", "write_synced", "rollback", "write_synced");
  }

  @Test
  void aRollbackGoesThroughTheConflictCheckAndLeavesMyDraftAlone() {
    JsonNode before = record();
    String id = before.path("pfaId").asString();
    commit(Map.of(id, Map.of("model", "MISTAKE")));
    awaitState(id, "synced");
    save(id, Map.of("areaSilo", "DRAFTED"));
    system.pems(
        "POST",
        "/edits",
        Map.of(
            "organization",
            "RIO",
            "pfaId",
            id,
            "user",
            "JDOE",
            "fields",
            Map.of("model", "THEIRS")));

    assertThat(roll(id + "/rollback", before.path("version").asLong(), "back").status())
        .isEqualTo(202);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> explanation(system.api().as("planner-rio"), id), "conflict"::equals);
    assertThat(pems(id).path("fields").path("model").asString()).isEqualTo("THEIRS");
    assertThat(explanation(planner, id)).isEqualTo("draft");
    planner.post("/api/pfa-data/discard-drafts", Map.of("organizationId", "RIO"));
  }

  @Test
  void aWholeCommitIsUndoneExceptWhatWasEditedAgainSince() {
    List<String> ids = new ArrayList<>();
    List<JsonNode> before = new ArrayList<>();
    Map<String, Map<String, ?>> edits = new HashMap<>();
    for (int i = 0; i < 5; i++) {
      JsonNode record = record();
      ids.add(record.path("pfaId").asString());
      before.add(record);
      edits.put(ids.getLast(), Map.of("model", "BATCH", "forecastEnd", "2030-01-31"));
    }
    String job = commit(edits);
    ids.forEach(id -> awaitState(id, "synced"));
    commit(Map.of(ids.getFirst(), Map.of("model", "LATER")));
    commit(Map.of(ids.get(1), Map.of("areaSilo", "OTHER-FIELD")));
    awaitState(ids.getFirst(), "synced");
    awaitState(ids.get(1), "synced");

    JsonNode preview = rollJob(job + "/rollback/preview", "", false).body();
    assertThat(preview.path("counts").toString())
        .isEqualTo("{\"changed_since\":1,\"goes_back\":4}");
    ApiAnswer answer = rollJob(job + "/rollback", "wrong list", false);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.body().path("queuedCount").asInt()).isEqualTo(4);
    ids.forEach(id -> awaitState(id, "synced"));

    for (int i = 1; i < 5; i++) {
      JsonNode now = now(ids.get(i));
      assertThat(now.path("model")).isEqualTo(before.get(i).path("model"));
      assertThat(now.path("forecastEnd")).isEqualTo(before.get(i).path("forecastEnd"));
    }
    assertThat(now(ids.get(1)).path("areaSilo").asString()).isEqualTo("OTHER-FIELD");
    assertThat(now(ids.getFirst()).path("model").asString()).isEqualTo("LATER");
    assertThat(rollJob(job + "/rollback", "once more", false).code())
        .isEqualTo("nothing_to_roll_back");

    assertThat(rollJob(job + "/rollback", "all of it", true).body().path("queuedCount").asInt())
        .isEqualTo(1);
    awaitState(ids.getFirst(), "synced");
    assertThat(now(ids.getFirst()).path("model")).isEqualTo(before.getFirst().path("model"));
  }

  @Test
  void aRecordThatWouldBreakARuleStopsTheWholeCommitsRollback() {
    JsonNode breaking = record();
    JsonNode fine = record();
    String id = breaking.path("pfaId").asString();
    String other = fine.path("pfaId").asString();
    String job =
        commit(Map.of(id, Map.of("forecastEnd", "2045-12-31"), other, Map.of("model", "FINE")));
    awaitState(id, "synced");
    awaitState(other, "synced");
    commit(Map.of(id, Map.of("forecastStart", "2045-01-01")));
    awaitState(id, "synced");

    assertThat(rollJob(job + "/rollback/preview", "", false).body().toString())
        .contains("end_before_start");
    assertThat(rollJob(job + "/rollback", "back", false).status()).isEqualTo(422);
    assertThat(now(other).path("model").asString()).isEqualTo("FINE");
    assertThat(now(other).path("syncStatus").asString()).isEqualTo("synced");
  }

  @Test
  void lockedFieldsAreNamedAndStay() {
    JsonNode before = record();
    String id = before.path("pfaId").asString();
    commit(Map.of(id, Map.of("model", "EDITED")));
    awaitState(id, "synced");
    system
        .tables()
        .owner()
        .sql(
            "UPDATE pfa_mirror SET contract = 'LOCKED-NOW' WHERE organization_id = 'RIO' AND pfa_id = ?")
        .param(id)
        .update();

    JsonNode preview = roll(id + "/rollback/preview", before.path("version").asLong(), null).body();
    assertThat(preview.path("kept").path(0).path("field").asString()).isEqualTo("contract");
    assertThat(preview.path("kept").path(0).path("reason").asString()).isEqualTo("locked");
    assertThat(preview.path("changes").valueStream().map(c -> c.path("field").asString()))
        .containsExactly("model");
  }

  @Test
  void aRollbackNeedsPermissionAReasonAndSomethingToGoBackTo() {
    JsonNode record = record();
    String id = record.path("pfaId").asString();
    long version = record.path("version").asLong();

    assertThat(roll(id + "/rollback", version, null).code()).isEqualTo("reason_missing");
    assertThat(roll(id + "/rollback", version, "why").code()).isEqualTo("nothing_to_roll_back");
    assertThat(roll(id + "/rollback", 999_999, "why").status()).isEqualTo(404);
    assertThat(roll("NONE/rollback", 1, "why").status()).isEqualTo(404);
    Map<String, Object> body = Map.of("organizationId", "RIO", "version", version, "reason", "why");
    assertThat(system.api().as("viewer").post("/api/pfa-data/" + id + "/rollback", body).status())
        .isEqualTo(403);
    assertThat(
            system
                .api()
                .as("viewer")
                .post("/api/pfa-data/" + id + "/rollback/preview", body)
                .status())
        .isEqualTo(403);
    Map<String, Object> stale =
        Map.of(
            "organizationId", "RIO", "version", version, "baseVersion", version + 5, "reason", "x");
    assertThat(planner.post("/api/pfa-data/" + id + "/rollback", stale).code())
        .isEqualTo("record_changed");
    String unknown = "00000000-0000-0000-0000-000000000001";
    assertThat(rollJob(unknown + "/rollback", "why", false).status()).isEqualTo(404);
  }

  @Test
  void anotherOrganizationsCommitIsNotFound() {
    String id = record().path("pfaId").asString();
    String job = commit(Map.of(id, Map.of("model", "MINE")));
    awaitState(id, "synced");
    assertThat(
            planner
                .post(
                    JOBS + job + "/rollback",
                    Map.of("organizationId", "HOLNG", "reason", "not mine"))
                .status())
        .isEqualTo(404);
    assertThat(
            system
                .api()
                .as("planner-rio")
                .post(
                    JOBS + job + "/rollback",
                    Map.of("organizationId", "HOLNG", "reason", "not mine"))
                .status())
        .isEqualTo(404);
  }

  private static ApiAnswer roll(String path, long version, @Nullable String reason) {
    Map<String, Object> body = new HashMap<>(Map.of("organizationId", "RIO", "version", version));
    if (reason != null) {
      body.put("reason", reason);
    }
    return planner.post("/api/pfa-data/" + path, body);
  }

  private static ApiAnswer rollJob(String path, String reason, boolean all) {
    return planner.post(
        JOBS + path, Map.of("organizationId", "RIO", "includeLaterEdits", all, "reason", reason));
  }

  private static void save(String id, Map<String, ?> fields) {
    var answer =
        planner.post(
            "/api/pfa-data/save-draft",
            Map.of(
                "organizationId",
                "RIO",
                "changes",
                List.of(Map.of("pfaId", id, "fields", fields))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static String commit(Map<String, ? extends Map<String, ?>> edits) {
    edits.forEach(RollbackTest::save);
    var answer = planner.post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.body().path("jobId").asString();
  }

  /** A forecast record that no other test here has touched. */
  private static JsonNode record() {
    return planner
        .get(
            "/api/pfa-data?organizationId=RIO&limit=60&totals=false&filter=isActualized:eq:false"
                + "&filter=forecastStart:lt:2030-01-01&filter=forecastEnd:notEmpty&filter=model:notEmpty")
        .body()
        .path("records")
        .path(taken++);
  }

  private static JsonNode now(String id) {
    return planner.get("/api/pfa-data/" + id + "?organizationId=RIO").body();
  }

  private static JsonNode pems(String id) {
    return system.pems("GET", "/records/RIO/" + id, Map.of());
  }

  private static String explanation(ApiClient caller, String id) {
    return caller
        .get("/api/pfa-data/" + id + "/sync-explanation?organizationId=RIO")
        .body()
        .path("state")
        .asString();
  }

  private static void awaitState(String id, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> now(id).path("syncStatus").asString(), state::equals);
  }

  private static List<String> audit(String id) {
    return system
        .tables()
        .owner()
        .sql("SELECT action FROM audit_entry WHERE pfa_id = ? ORDER BY entry_id")
        .param(id)
        .query(String.class)
        .list();
  }
}
