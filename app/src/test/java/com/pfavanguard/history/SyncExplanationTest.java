package com.pfavanguard.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The facts come from the tables as the product leaves them; the sentence is tested elsewhere. */
@ServerTest
class SyncExplanationTest {
  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  private MirrorRows rows;
  private ApiClient planner;

  @BeforeEach
  void aRecordThatWasRead() {
    rows = new MirrorRows(database).clear();
    rows.rental("A", Map.of()).rental("B", Map.of());
    planner = api.as("planner");
    sql(
        "INSERT INTO worker_heartbeat (worker_id, version) VALUES ('w1', '4') ON CONFLICT DO NOTHING");
    sql("UPDATE worker_heartbeat SET beat_at = clock_timestamp()");
  }

  @AfterEach
  void asItWas() {
    sql("UPDATE feature_flags SET enabled = true WHERE flag_name = 'auto_sync' AND NOT enabled");
    sql("DELETE FROM feature_flag_override");
    sql("DELETE FROM worker_heartbeat");
    sql("DELETE FROM pems_schema_hold");
    sql("DELETE FROM pems_connection_state");
  }

  @Test
  void aRecordWithoutEditsIsInSyncAndARemovedOneIsATombstone() {
    assertThat(explained()).isEqualTo("synced as_read");
    sql("UPDATE pfa_mirror SET removed_at = clock_timestamp() WHERE pfa_id = 'A'");
    assertThat(explained()).isEqualTo("tombstone record_removed");
  }

  @Test
  void anUnknownRecordIsNotFoundUnlessNothingWasEverRead() {
    assertThat(
            planner
                .get("/api/pfa-data/NONE/sync-explanation?organizationId=RIO")
                .body()
                .path("state")
                .asString())
        .isEqualTo("never_read");
    sql(
        """
        INSERT INTO pfa_read_sync (organization_id, sync_type, trigger, status, phase, completed_at)
        VALUES ('RIO', 'full', 'manual', 'completed', 'done', clock_timestamp())
        """);
    assertThat(planner.get("/api/pfa-data/NONE/sync-explanation?organizationId=RIO").status())
        .isEqualTo(404);
  }

  @Test
  void myDraftIsExplainedToMeAndHiddenFromOthers() {
    save();
    assertThat(explained()).isEqualTo("draft not_committed");
    assertThat(actions(explanation(planner))).containsExactly("commit_draft", "discard_draft");
    String draft = explanation(planner).path("modificationId").asString();
    assertThat(explanation(api.as("planner-rio")).path("state").asString()).isEqualTo("synced");
    assertThat(
            api.as("planner-rio")
                .get("/api/pfa-data/A/sync-explanation?organizationId=RIO&modificationId=" + draft)
                .status())
        .isEqualTo(404);

    sql("UPDATE pfa_mirror SET version = 2 WHERE pfa_id = 'A'");
    assertThat(explained()).isEqualTo("draft base_moved_on");
    sql("UPDATE pfa_mirror SET removed_at = clock_timestamp() WHERE pfa_id = 'A'");
    assertThat(explained()).isEqualTo("draft record_removed");
  }

  @Test
  void everyReasonToWaitIsNamed() {
    commit();
    assertThat(explained()).isEqualTo("queued its_turn");

    sql(
        """
        UPDATE pfa_write_queue SET attempts = 1, scheduled_at = clock_timestamp() + interval '1 hour',
               last_error = '{"code": "unavailable", "message": "PEMS answered 503."}'
        """);
    JsonNode retry = explanation(planner);
    assertThat(retry.path("cause").asString()).isEqualTo("retry_waiting");
    assertThat(retry.path("next").path("step").asString()).isEqualTo("retry");
    assertThat(retry.path("next").path("at").asString()).isNotEmpty();
    assertThat(retry.path("message").asString()).contains("PEMS answered 503.");

    sql(
        """
        INSERT INTO pems_connection_state (connection_id, breaker, probe_at, failures, failing_since)
        VALUES ('default', 'open', clock_timestamp() + interval '5 seconds', 5, clock_timestamp())
        """);
    assertThat(explanation(planner).path("cause").asString()).isEqualTo("connection_broken");
    assertThat(explanation(planner).path("next").path("step").asString())
        .isEqualTo("probe_connection");

    sql(
        """
        INSERT INTO pems_schema_hold (connection_id, field, reason, detail)
        VALUES ('default', 'model', 'missing', 'The alias is gone.')
        """);
    assertThat(explained()).isEqualTo("queued schema_hold");
    sql("DELETE FROM worker_heartbeat");
    assertThat(explained()).isEqualTo("queued no_live_worker");
    sql(
        "INSERT INTO feature_flag_override (flag_name, organization_id, enabled) VALUES ('auto_sync', 'RIO', false)");
    assertThat(explained()).isEqualTo("queued auto_sync_paused");
    sql("UPDATE feature_flags SET enabled = false WHERE flag_name = 'auto_sync'");
    assertThat(explained()).isEqualTo("queued auto_sync_off");
  }

  @Test
  void aLaterEditWaitsBehindTheEarlierOneOfSomebodyElse() {
    commit();
    sql("UPDATE pfa_write_queue SET started_at = clock_timestamp()");
    ApiClient rita = api.as("planner-rio");
    save(rita, Map.of("areaSilo", "EAST"));
    rita.post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO"));

    JsonNode explanation = explanation(rita);
    assertThat(explanation.path("cause").asString()).isEqualTo("behind_earlier_edit");
    assertThat(explanation.path("message").asString()).contains("planner");
    assertThat(explanation.path("author").asString()).isEqualTo("planner-rio");
  }

  @Test
  void anEditInAWorkersHandsASilentWorkerAndADeadLetterAreToldApart() {
    commit();
    sql(
        """
        UPDATE pfa_write_queue SET status = 'processing', lease_owner = 'w1', started_at = clock_timestamp(),
               leased_until = clock_timestamp() + interval '1 minute'
        """);
    sql("UPDATE pfa_modification SET sync_status = 'syncing'");
    assertThat(explained()).isEqualTo("syncing being_written");
    sql("UPDATE pfa_write_queue SET leased_until = clock_timestamp() - interval '1 second'");
    assertThat(explained()).isEqualTo("syncing worker_silent");
    sql(
        """
        UPDATE pfa_write_queue SET status = 'failed', lease_owner = NULL, leased_until = NULL, attempts = 1,
               completed_at = clock_timestamp(), last_error = '{"code": "rejected", "message": "Not a valid class."}'
        """);
    sql("UPDATE pfa_modification SET sync_status = 'failed'");
    assertThat(explanation(planner).path("state").asString()).isEqualTo("dead_letter");
    assertThat(explanation(planner).path("cause").asString()).isEqualTo("pems_refused");
    assertThat(actions(explanation(planner)))
        .containsExactly("edit_and_replay", "replay", "discard_edit");
    assertThat(explanation(planner).path("choices").path(1).path("path").asString())
        .matches("/api/pems/dead-letters/\\d+/replay");
    assertThat(actions(explanation(api.as("viewer")))).isEmpty();
  }

  @Test
  void aConflictLinksToItsResolutionAndAProposalAsksASecondPerson() {
    commit();
    sql(
        """
        UPDATE pfa_write_queue SET status = 'completed', outcome = 'conflict', completed_at = clock_timestamp()
        """);
    sql("UPDATE pfa_modification SET sync_status = 'conflict'");
    sql(
        """
        INSERT INTO pfa_sync_conflict (organization_id, pfa_id, modification_id, status, fields, base, ours, pems,
                                       base_version, pems_version, pems_changed_by)
        SELECT 'RIO', 'A', modification_id, 'unresolved', '{model}', '{}', '{}', '{}', 1, 2, 'JDOE'
          FROM pfa_modification
        """);
    JsonNode conflict = explanation(planner);
    assertThat(conflict.path("message").asString())
        .isEqualTo("JDOE changed the same in PEMS: model.");
    assertThat(conflict.path("choices").path(0).path("path").asString())
        .matches("/api/pems/conflicts/[0-9a-f-]{36}/resolve");

    sql("UPDATE pfa_modification SET sync_status = 'awaiting_approval'");
    sql(
        """
        INSERT INTO pfa_resolution_proposal (organization_id, conflict_id, resolution, payload, shown_version,
                                             cost_impact, proposed_by)
        SELECT 'RIO', conflict_id, 'use_local', '{}', 2, 100000,
               (SELECT id FROM user_account WHERE username = 'planner') FROM pfa_sync_conflict
        """);
    assertThat(actions(explanation(planner))).containsExactly("resolve_conflict");
    assertThat(actions(explanation(api.as("admin"))))
        .containsExactly("approve_resolution", "reject_resolution");
  }

  @Test
  void anEditThatIsOverIsExplainedByItsId() {
    commit();
    String first = explanation(planner).path("modificationId").asString();
    commit();
    JsonNode folded =
        planner
            .get("/api/pfa-data/A/sync-explanation?organizationId=RIO&modificationId=" + first)
            .body();
    assertThat(folded.path("state").asString() + " " + folded.path("cause").asString())
        .isEqualTo("superseded folded");
    String second = explanation(planner).path("modificationId").asString();
    assertThat(folded.path("supersededBy").asString()).isEqualTo(second);
    assertThat(folded.path("discardedBy").isNull()).isTrue();

    sql(
        """
        UPDATE pfa_modification SET sync_status = 'discarded', discard_reason = 'No.',
               discarded_by = (SELECT id FROM user_account WHERE username = 'admin')
         WHERE sync_status = 'queued'
        """);
    JsonNode givenUp =
        planner
            .get("/api/pfa-data/A/sync-explanation?organizationId=RIO&modificationId=" + second)
            .body();
    assertThat(givenUp.path("discardedBy").asString()).isEqualTo("admin");
  }

  @Test
  void theStateIsTheOneThatTheGridShows() {
    for (String status : List.of("queued", "syncing", "conflict", "awaiting_approval", "failed")) {
      commit();
      sql(
          "UPDATE pfa_modification SET sync_status = '"
              + status
              + "' WHERE sync_status <> 'superseded'");
      String shown =
          planner
              .get("/api/pfa-data/A?organizationId=RIO")
              .body()
              .path("syncStatus")
              .asString()
              .replace("failed", "dead_letter");
      assertThat(explanation(planner).path("state").asString()).isEqualTo(shown);
      rows.clear().rental("A", Map.of());
    }
  }

  @Test
  void strangersGetNothing() {
    assertThat(
            api.as("planner-rio")
                .get("/api/pfa-data/A/sync-explanation?organizationId=HOLNG")
                .status())
        .isEqualTo(404);
    assertThat(api.get("/api/pfa-data/A/sync-explanation?organizationId=RIO").status())
        .isEqualTo(401);
  }

  private String explained() {
    JsonNode explanation = explanation(planner);
    return explanation.path("state").asString() + " " + explanation.path("cause").asString();
  }

  private static JsonNode explanation(ApiClient caller) {
    var answer = caller.get("/api/pfa-data/A/sync-explanation?organizationId=RIO");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  private static List<String> actions(JsonNode explanation) {
    return explanation.path("choices").valueStream().map(c -> c.path("action").asString()).toList();
  }

  private void save() {
    save(planner, Map.of("model", "EDITED"));
  }

  private static void save(ApiClient caller, Map<String, ?> fields) {
    var answer =
        caller.post(
            "/api/pfa-data/save-draft",
            Map.of(
                "organizationId",
                "RIO",
                "changes",
                List.of(Map.of("pfaId", "A", "fields", fields))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private void commit() {
    save();
    assertThat(
            planner.post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO")).status())
        .isEqualTo(202);
  }

  private void sql(String sql) {
    rows.owner().sql(sql).update();
  }
}
