package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.writeback.ConflictDesk.Met;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** "PEMS wins for the contractor's field": one rule for many conflicts. */
@ExtendWith(SharedSystem.class)
class BulkResolveTest {
  private static final Map<String, Object> PEMS_WINS_FOR_AREA =
      Map.of(
          "organizationId",
          "RIO",
          "rules",
          List.of(Map.of("field", "areaSilo", "resolution", "use_pems")));

  private static ConfigurableApplicationContext worker;

  private final PlannerDesk desk;
  private final ConflictDesk conflicts;

  BulkResolveTest(PlannerDesk desk) {
    this.desk = desk;
    this.conflicts = new ConflictDesk(desk);
  }

  @BeforeAll
  static void startWorker(PlannerDesk desk) {
    worker = desk.system().startWorker();
  }

  @AfterAll
  static void stopWorker() {
    worker.close();
  }

  @Test
  void onlyWhatTheRulesCoverIsResolvedAndThePreviewSaidSo() {
    desk.sql()
        .sql(
            "UPDATE pfa_sync_conflict SET status = 'resolved_manual', resolved_at = now() WHERE status = 'unresolved'")
        .update();
    Map<String, String> area = Map.of("areaSilo", "THEIRS");
    Met alone = conflicts.meet(Map.of("areaSilo", "OURS"), area);
    Met withMore = conflicts.meet(Map.of("areaSilo", "OURS", "model", "KEPT"), area);
    Met uncovered =
        conflicts.meet(
            Map.of("areaSilo", "OURS", "model", "OURS"),
            Map.of("areaSilo", "THEIRS", "model", "THEIRS"));

    JsonNode preview = bulk("preview-bulk");
    assertThat(conflicts.conflictStatus(alone)).isEqualTo("unresolved");
    JsonNode done = bulk("resolve-bulk");

    assertThat(done).isEqualTo(preview);
    assertThat(done.path("matched").asInt()).isEqualTo(2);
    assertThat(done.at("/counts/discarded").asInt()).isEqualTo(1);
    assertThat(done.at("/counts/queued").asInt()).isEqualTo(1);
    assertThat(conflicts.editState(alone)).isEqualTo("discarded");
    desk.awaitState(withMore.pfaId(), "synced");
    assertThat(desk.pemsFields(withMore.pfaId()))
        .containsEntry("areaSilo", "THEIRS")
        .containsEntry("model", "KEPT");
    assertThat(conflicts.conflictStatus(uncovered)).isEqualTo("unresolved");
  }

  @Test
  void whatCannotBeResolvedIsNamedAndKeepsWaiting() {
    Met gone = conflicts.meet(Map.of("category", "OURS"), Map.of("category", "THEIRS"));
    desk.editInPems(gone.pfaId(), Map.of("category", "AGAIN"));
    desk.system().read("RIO");
    Map<String, Object> oursWins =
        Map.of(
            "organizationId",
            "RIO",
            "rules",
            List.of(Map.of("field", "category", "resolution", "use_local")));

    JsonNode done =
        conflicts.done(conflicts.as("planner").post("/api/pems/conflicts/resolve-bulk", oursWins));

    assertThat(done.at("/counts/refused").asInt()).isEqualTo(1);
    assertThat(done.at("/conflicts/0/code").asString()).isEqualTo("stale_base");
    assertThat(conflicts.conflictStatus(gone)).isEqualTo("unresolved");
  }

  @Test
  void twoConflictsOfOneAuthorOnOneRecordAreResolvedOneAfterTheOther() {
    Met first = conflicts.meet(Map.of("description", "OURS"), Map.of("description", "X"));
    desk.save(Map.of(first.pfaId(), Map.of("manufacturer", "OURS")));
    desk.editInPems(first.pfaId(), Map.of("manufacturer", "Y"));
    desk.commitAll();
    String open =
        "SELECT count(*) FROM pfa_sync_conflict WHERE status = 'unresolved' AND pfa_id = '"
            + first.pfaId()
            + "'";
    await().until(() -> desk.count(open), Long.valueOf(2)::equals);
    Map<String, Object> oursWins =
        Map.of(
            "organizationId",
            "RIO",
            "rules",
            List.of(
                Map.of("field", "description", "resolution", "use_local"),
                Map.of("field", "manufacturer", "resolution", "use_local")));

    JsonNode once = conflicts.done(bulkAs(oursWins));
    assertThat(once.at("/counts/queued").asInt()).isEqualTo(1);
    assertThat(once.at("/counts/refused").asInt()).isEqualTo(1);
    assertThat(once.at("/conflicts/1/code").asString()).isEqualTo("earlier_conflict_first");
    desk.awaitQueueEmpty();
    JsonNode again = conflicts.done(bulkAs(oursWins));
    assertThat(again.at("/counts/queued").asInt()).isEqualTo(1);
    desk.awaitState(first.pfaId(), "synced");

    assertThat(desk.pemsFields(first.pfaId()))
        .containsEntry("description", "OURS")
        .containsEntry("manufacturer", "OURS");
  }

  @Test
  void rulesThatSayNothingAreRefused() {
    for (Object rules :
        List.of(
            List.of(),
            List.of(Map.of("field", "nothing", "resolution", "use_pems")),
            List.of(Map.of("field", "model", "resolution", "merge")),
            List.of(
                Map.of("field", "model", "resolution", "use_pems"),
                Map.of("field", "model", "resolution", "use_local")))) {
      ApiAnswer refused =
          conflicts
              .as("planner")
              .post(
                  "/api/pems/conflicts/resolve-bulk",
                  Map.of("organizationId", "RIO", "rules", rules));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.code()).isEqualTo("bad_rules");
    }
    assertThat(
            conflicts
                .as("viewer")
                .post("/api/pems/conflicts/resolve-bulk", PEMS_WINS_FOR_AREA)
                .status())
        .isEqualTo(403);
  }

  private ApiAnswer bulkAs(Map<String, ?> rules) {
    return conflicts.as("planner").post("/api/pems/conflicts/resolve-bulk", rules);
  }

  private JsonNode bulk(String what) {
    return conflicts.done(
        conflicts.as("planner").post("/api/pems/conflicts/" + what, PEMS_WINS_FOR_AREA));
  }
}
