package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.writeback.ConflictDesk.Met;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A person decides what becomes of an edit that met somebody else's. */
@ExtendWith(SharedSystem.class)
class ResolveConflictsTest {
  private static ConfigurableApplicationContext worker;

  private final PlannerDesk desk;
  private final ConflictDesk conflicts;

  ResolveConflictsTest(PlannerDesk desk) {
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
  void bothSidesAreShownWithWhoAndWhenAndWhatMergedAlready() {
    Met met =
        conflicts.meet(
            Map.of("model", "OURS", "manufacturer", "ACME"),
            Map.of("model", "THEIRS", "areaSilo", "NORTH"));

    JsonNode shown = conflicts.detail(met);

    assertThat(names(shown.path("fields"))).containsExactly("model");
    assertThat(names(shown.path("mergedFields"))).containsExactly("manufacturer");
    assertThat(shown.at("/ours/by").asString()).isEqualTo("planner");
    assertThat(shown.at("/ours/at").asString()).isNotBlank();
    assertThat(shown.at("/pems/by").asString()).isEqualTo("JDOE");
    assertThat(shown.at("/pems/at").asString()).isNotBlank();
    assertThat(shown.at("/base/version").asLong()).isLessThan(shown.at("/pems/version").asLong());
    JsonNode model = difference(shown, "model");
    assertThat(model.path("ours").asString()).isEqualTo("OURS");
    assertThat(model.path("pems").asString()).isEqualTo("THEIRS");
    assertThat(model.path("overlaps").asBoolean()).isTrue();
    JsonNode area = difference(shown, "areaSilo");
    assertThat(area.path("changedByUs").asBoolean()).isFalse();
    assertThat(area.path("changedInPems").asBoolean()).isTrue();
    JsonNode results = shown.path("results");
    assertThat(results.at("/use_local/model").asString()).isEqualTo("OURS");
    assertThat(results.at("/use_local/areaSilo").asString()).isEqualTo("NORTH");
    assertThat(results.at("/use_pems/manufacturer").asString()).isNotEqualTo("ACME");
    assertThat(results.at("/merge/values/manufacturer").asString()).isEqualTo("ACME");
    assertThat(names(results.at("/merge/undecided"))).containsExactly("model");
  }

  @Test
  void useLocalWritesOursOverTheVersionThatWasShown() {
    Met met = conflicts.meet(Map.of("model", "OURS"), Map.of("model", "THEIRS"));

    JsonNode done =
        conflicts.resolve(met, Map.of("resolution", "use_local", "reason", "ours is on site"));

    assertThat(done.path("outcome").asString()).isEqualTo("queued");
    desk.awaitState(met.pfaId(), "synced");
    assertThat(desk.pemsFields(met.pfaId())).containsEntry("model", "OURS");
    assertThat(conflicts.queue(met)).containsExactly("completed/conflict", "completed/synced");
    assertThat(conflicts.conflictStatus(met)).isEqualTo("resolved_manual");
    JsonNode ending = conflicts.detail(met).path("resolution");
    assertThat(ending.path("resolution").asString()).isEqualTo("use_local");
    assertThat(ending.path("by").asString()).isEqualTo("planner");
    assertThat(ending.path("reason").asString()).isEqualTo("ours is on site");
  }

  @Test
  void usePemsEndsTheEditAsDiscardedByANamedPersonAndWritesNothing() {
    Met met = conflicts.meet(Map.of("model", "OURS"), Map.of("model", "THEIRS"));

    JsonNode done =
        conflicts.resolve(met, Map.of("resolution", "use_pems", "reason", "they know better"));

    assertThat(done.path("outcome").asString()).isEqualTo("discarded");
    assertThat(names(done.path("givesUp"))).containsExactly("model");
    assertThat(conflicts.queue(met)).containsExactly("completed/discarded");
    assertThat(conflicts.editState(met)).isEqualTo("discarded");
    assertThat(
            conflicts.text(
                "SELECT u.username || ': ' || m.discard_reason FROM pfa_modification m JOIN user_account u ON u.id = m.discarded_by WHERE pfa_id = '"
                    + met.pfaId()
                    + "'"))
        .isEqualTo("planner: they know better");
    assertThat(desk.record(met.pfaId()).path("syncStatus").asString()).isEqualTo("synced");
    assertThat(desk.record(met.pfaId()).path("model").asString()).isEqualTo("THEIRS");
    assertThat(desk.pemsFields(met.pfaId())).containsEntry("model", "THEIRS");
  }

  @Test
  void mergeWritesTheChosenValuesAndOursWhereNobodyElseWas() {
    Met met =
        conflicts.meet(
            Map.of("model", "OURS", "areaSilo", "SOUTH", "manufacturer", "ACME"),
            Map.of("model", "THEIRS", "areaSilo", "NORTH"));

    JsonNode done =
        conflicts.resolve(
            met,
            Map.of(
                "resolution", "merge", "mergedData", Map.of("model", "BOTH", "areaSilo", "NORTH")));

    assertThat(done.path("writes"))
        .extracting(write -> write.path("field").asString())
        .containsExactly("manufacturer", "model");
    desk.awaitState(met.pfaId(), "synced");
    assertThat(desk.pemsFields(met.pfaId()))
        .containsEntry("model", "BOTH")
        .containsEntry("areaSilo", "NORTH")
        .containsEntry("manufacturer", "ACME");
  }

  @Test
  void aPreviewIsTheOutcomeAndChangesNothing() {
    Met met = conflicts.meet(Map.of("model", "OURS"), Map.of("model", "THEIRS"));
    List<String> before = everything();
    Map<String, Object> merge =
        Map.of("resolution", "merge", "mergedData", Map.of("model", "BOTH"));

    JsonNode local =
        conflicts.done(conflicts.ask("planner", met, "preview", Map.of("resolution", "use_local")));
    JsonNode pems =
        conflicts.done(conflicts.ask("planner", met, "preview", Map.of("resolution", "use_pems")));
    JsonNode merged = conflicts.done(conflicts.ask("planner", met, "preview", merge));

    assertThat(everything()).isEqualTo(before);
    assertThat(local.at("/result/model").asString()).isEqualTo("OURS");
    assertThat(pems.at("/result/model").asString()).isEqualTo("THEIRS");
    assertThat(conflicts.resolve(met, merge)).isEqualTo(merged);
    desk.awaitState(met.pfaId(), "synced");
    JsonNode result = merged.path("result");
    JsonNode record = desk.record(met.pfaId());
    for (String field : List.of("model", "areaSilo", "monthlyRate", "forecastEnd")) {
      assertThat(record.path(field)).as(field).isEqualTo(result.path(field));
    }
  }

  @Test
  void aFurtherChangeInPemsAfterTheDecisionIsANewConflictAndNotOverwritten() {
    Met met = conflicts.meet(Map.of("model", "OURS"), Map.of("model", "THEIRS"));
    desk.setAutoSync(false);
    conflicts.resolve(met, Map.of("resolution", "use_local"));
    desk.editInPems(met.pfaId(), Map.of("model", "AGAIN"));
    desk.setAutoSync(true);

    desk.awaitState(met.pfaId(), "conflict");

    assertThat(desk.pemsFields(met.pfaId())).containsEntry("model", "AGAIN");
    assertThat(conflicts.unresolved(met.pfaId())).isNotEqualTo(met.id());
  }

  @Test
  void aDecisionOnAVersionThatPemsHasLeftIsRefusedNamingWhatChanged() {
    Met met = conflicts.meet(Map.of("model", "OURS"), Map.of("model", "THEIRS"));
    desk.editInPems(met.pfaId(), Map.of("model", "AGAIN"));
    desk.system().read("RIO");

    for (String resolution : List.of("use_local", "use_pems")) {
      ApiAnswer refused =
          conflicts.ask("planner", met, "resolve", Map.of("resolution", resolution));
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("stale_base");
      assertThat(refused.body().at("/changed/0/field").asString()).isEqualTo("model");
      assertThat(refused.body().at("/changed/0/shown").asString()).isEqualTo("THEIRS");
      assertThat(refused.body().at("/changed/0/now").asString()).isEqualTo("AGAIN");
    }
    long current = conflicts.detail(met).path("currentPemsVersion").asLong();
    conflicts.resolve(met, Map.of("resolution", "use_local", "pemsVersion", current));
    desk.awaitState(met.pfaId(), "synced");
    assertThat(desk.pemsFields(met.pfaId())).containsEntry("model", "OURS");
  }

  @Test
  void aChangeOfOtherFieldsInPemsDoesNotStandInTheWay() {
    Met met = conflicts.meet(Map.of("model", "OURS"), Map.of("model", "THEIRS"));
    desk.editInPems(met.pfaId(), Map.of("areaSilo", "MOVED"));
    desk.system().read("RIO");

    conflicts.resolve(met, Map.of("resolution", "use_local"));

    desk.awaitState(met.pfaId(), "synced");
    assertThat(desk.pemsFields(met.pfaId()))
        .containsEntry("model", "OURS")
        .containsEntry("areaSilo", "MOVED");
  }

  @Test
  void whatPemsNoLongerHasCanOnlyBeGivenUp() {
    Met met = conflicts.meet(Map.of("model", "OURS"), Map.of("model", "THEIRS"));
    desk.sql()
        .sql("UPDATE pfa_mirror SET removed_at = now() WHERE pfa_id = ?")
        .param(met.pfaId())
        .update();

    ApiAnswer refused = conflicts.ask("planner", met, "resolve", Map.of("resolution", "use_local"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("record_removed");
    JsonNode done = conflicts.resolve(met, Map.of("resolution", "use_pems"));
    assertThat(done.path("outcome").asString()).isEqualTo("discarded");
  }

  @Test
  void ofManyWhoResolveAtOnceOneWinsAndTheOthersAreToldWho() throws Exception {
    Met met = conflicts.meet(Map.of("model", "OURS"), Map.of("model", "THEIRS"));
    desk.setAutoSync(false);
    List<Callable<ApiAnswer>> everybody = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String resolution = i % 2 == 0 ? "use_local" : "use_pems";
      String who = i < 4 ? "planner" : "admin";
      everybody.add(() -> conflicts.ask(who, met, "resolve", Map.of("resolution", resolution)));
    }
    List<ApiAnswer> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<ApiAnswer> answer : threads.invokeAll(everybody)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).extracting(ApiAnswer::status).containsOnlyOnce(200);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .hasSize(7)
        .allSatisfy(
            answer -> {
              assertThat(answer.code()).isEqualTo("already_resolved");
              assertThat(answer.body().path("resolvedBy").asString()).isIn("planner", "admin");
            });
    assertThat(conflicts.queue(met)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void valuesThatBreakARuleAreRefusedAndOverlapsMustBeDecided() {
    Met met =
        conflicts.meet(
            Map.of("forecastEnd", "2040-01-31", "model", "OURS"),
            Map.of("forecastEnd", "2040-06-30", "model", "THEIRS"));

    ApiAnswer undecided = merge(met, Map.of("forecastEnd", "2040-03-31"));
    assertThat(undecided.status()).isEqualTo(422);
    assertThat(undecided.body().at("/errors/0/code").asString()).isEqualTo("undecided");
    assertThat(undecided.body().at("/errors/0/field").asString()).isEqualTo("model");
    ApiAnswer early = merge(met, Map.of("forecastEnd", "1999-01-01", "model", "M"));
    assertThat(early.body().at("/errors/0/code").asString()).isEqualTo("end_before_start");
    ApiAnswer text = merge(met, Map.of("forecastEnd", "soon", "model", "M"));
    assertThat(text.body().at("/errors/0/code").asString()).isEqualTo("bad_value");
    ApiAnswer locked =
        merge(met, Map.of("forecastEnd", "2040-03-31", "model", "M", "planEnd", "2040-01-01"));
    assertThat(locked.body().at("/errors/0/code").asString()).isEqualTo("locked");
    ApiAnswer theirs = merge(met, Map.of("forecastEnd", "2040-06-30", "model", "THEIRS"));
    assertThat(theirs.body().at("/errors/0/code").asString()).isEqualTo("merge_is_pems");
    assertThat(conflicts.conflictStatus(met)).isEqualTo("unresolved");
  }

  @Test
  void aNewerWaitingEditOfTheAuthorCarriesTheResolvedOneUnlessBothSetAField() {
    Met carried = conflicts.meet(Map.of("model", "OURS"), Map.of("model", "THEIRS"));
    Met clashing = conflicts.meet(Map.of("model", "OURS"), Map.of("model", "THEIRS"));
    desk.setAutoSync(false);
    desk.commit(
        Map.of(
            carried.pfaId(), Map.of("areaSilo", "NEWER"),
            clashing.pfaId(), Map.of("model", "NEWER")));

    JsonNode done = conflicts.resolve(carried, Map.of("resolution", "use_local"));
    ApiAnswer refused =
        conflicts.ask("planner", clashing, "resolve", Map.of("resolution", "use_local"));

    assertThat(done.path("outcome").asString()).isEqualTo("folded");
    assertThat(refused.code()).isEqualTo("newer_edit_waiting");
    assertThat(conflicts.editState(carried)).isEqualTo("superseded");
    desk.setAutoSync(true);
    desk.awaitState(carried.pfaId(), "synced");
    assertThat(desk.pemsFields(carried.pfaId()))
        .containsEntry("model", "OURS")
        .containsEntry("areaSilo", "NEWER");
  }

  @Test
  void whoMayNotResolveIsToldSoAndWhoMayNotSeeFindsNothing() {
    Met met =
        conflicts.meet(
            ConflictDesk.freshRental(desk),
            Map.of("monthlyRate", "111.11"),
            Map.of("monthlyRate", "222.22"));
    Map<String, String> local = Map.of("resolution", "use_local");

    assertThat(conflicts.ask("viewer", met, "resolve", local).status()).isEqualTo(403);
    assertThat(conflicts.ask("viewer", met, "preview", local).status()).isEqualTo(403);
    ApiAnswer elsewhere =
        conflicts
            .as("planner")
            .post(
                "/api/pems/conflicts/" + met.id() + "/resolve",
                Map.of("organizationId", "HOLNG", "resolution", "use_local"));
    assertThat(elsewhere.status()).isEqualTo(404);
    assertThat(conflicts.ask("planner", new Met("", "nonsense"), "resolve", local).status())
        .isEqualTo(404);
    assertThat(
            desk.system()
                .api()
                .post("/api/pems/conflicts/" + met.id() + "/resolve", local)
                .status())
        .isEqualTo(401);
    assertThat(conflicts.ask("planner", met, "resolve", Map.of()).code())
        .isEqualTo("bad_parameter");

    for (String path : List.of("?organizationId=RIO&status=unresolved", "/" + met.id())) {
      String masked = conflicts.as("viewer").get("/api/pems/conflicts" + path).text();
      assertThat(masked).contains(met.pfaId(), "monthlyRate").doesNotContain("111.11", "222.22");
    }
    assertThat(conflicts.detail(met).toString()).contains("111.11", "222.22");
  }

  @Test
  void browsersAndTheAuditHearOfEveryDecision() {
    Met met = conflicts.meet(Map.of("model", "OURS"), Map.of("model", "THEIRS"));
    conflicts.resolve(met, Map.of("resolution", "use_pems", "reason", "agreed by phone"));

    await()
        .untilAsserted(
            () ->
                assertThat(
                        conflicts.text(
                            "SELECT string_agg(type, ',' ORDER BY event_id) FROM live_event WHERE data ->> 'conflictId' = '"
                                + met.id()
                                + "'"))
                    .isEqualTo("RECORD_CHANGED"));
    assertThat(
            desk.count(
                "SELECT count(*) FROM audit_entry WHERE action = 'conflict_resolved' AND reason = 'agreed by phone' AND pfa_id = '"
                    + met.pfaId()
                    + "'"))
        .isEqualTo(1);
  }

  private ApiAnswer merge(Met met, Map<String, ?> values) {
    return conflicts.ask(
        "planner", met, "resolve", Map.of("resolution", "merge", "mergedData", values));
  }

  private List<String> everything() {
    return List.of(
        conflicts.text(
            "SELECT md5(string_agg(m::text, '' ORDER BY modification_id)) FROM pfa_modification m"),
        conflicts.text(
            "SELECT md5(string_agg(c::text, '' ORDER BY conflict_id)) FROM pfa_sync_conflict c"),
        conflicts.text("SELECT md5(string_agg(q::text, '' ORDER BY id)) FROM pfa_write_queue q"),
        conflicts.text("SELECT count(*)::text FROM live_event"));
  }

  private static JsonNode difference(JsonNode conflict, String field) {
    for (JsonNode row : conflict.path("differences")) {
      if (row.path("field").asString().equals(field)) {
        return row;
      }
    }
    throw new AssertionError("No difference in " + field + ": " + conflict);
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(name -> names.add(name.asString()));
    return names;
  }
}
