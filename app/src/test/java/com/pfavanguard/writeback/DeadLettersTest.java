package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Edits that PEMS will not take: shown, sent again, corrected, given up. */
@ExtendWith(SharedSystem.class)
class DeadLettersTest {
  private static final String NO = "Value 4711.99 is not a valid rate for class X.";

  private static ConfigurableApplicationContext worker;

  private final PlannerDesk desk;
  private final ApiClient planner;

  DeadLettersTest(PlannerDesk desk) {
    this.desk = desk;
    this.planner = desk.system().api().as("planner");
  }

  @BeforeAll
  static void startWorker(PlannerDesk desk) {
    worker =
        desk.system().startWorker("vanguard.worker.retry-delays=10ms", "vanguard.worker.poll=50ms");
  }

  @AfterAll
  static void stopWorker() {
    worker.close();
  }

  @Test
  void theCauseTheRequestAndTheAnswerAreShownAndAmountsOnlyToThoseWhoMaySeeThem() {
    String id = ConflictDesk.freshRental(desk);
    long version = desk.record(id).path("version").asLong();
    fail(id, Map.of("monthlyRate", "4711.99"), rejecting(id));

    JsonNode letter = letter(id);
    assertThat(letter.path("cause").asString()).isEqualTo("rejected");
    assertThat(letter.path("attempts").asInt()).isEqualTo(1);
    assertThat(letter.path("author").asString()).isEqualTo("planner");
    assertThat(letter.path("failedAt").asString()).isNotBlank();
    assertThat(letter.at("/fields/monthlyRate").asString()).isEqualTo("4711.99");
    assertThat(letter.at("/request/action").asString()).isEqualTo("UPDATE");
    assertThat(letter.at("/request/recordid").asLong()).isEqualTo(version);
    assertThat(letter.at("/request/fields/monthlyRate").asString()).isEqualTo("4711.99");
    assertThat(letter.at("/response/message").asString()).isEqualTo(NO);
    assertThat(letter.at("/response/status").asInt()).isBetween(200, 400);
    assertThat(letter.at("/response/body").asString()).contains("ErrorAlert", NO);
    assertThat(list("?organizationId=RIO").at("/causes/rejected").asInt()).isPositive();
    String masked = desk.system().api().as("viewer").get("/api/pems/dead-letters").text();
    assertThat(masked).contains(id, "monthlyRate").doesNotContain("4711.99");
  }

  @Test
  void replayedOnceItArrivesAndASecondReplayIsRefused() {
    String id = fresh();
    fail(id, Map.of("model", "LATE"), unavailable(id));
    JsonNode letter = letter(id);
    assertThat(letter.path("cause").asString()).isEqualTo("unavailable");
    assertThat(letter.path("attempts").asInt()).isEqualTo(2);
    noFaults();
    desk.setAutoSync(false);

    assertThat(ask(letter, "replay", Map.of()).status()).isEqualTo(200);
    ApiAnswer twice = ask(letter, "replay", Map.of());
    ApiAnswer discarded = ask(letter, "discard", Map.of("reason", "too late"));
    desk.setAutoSync(true);

    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.code()).isEqualTo("not_a_dead_letter");
    assertThat(discarded.code()).isEqualTo("not_a_dead_letter");
    desk.awaitState(id, "synced");
    assertThat(desk.pemsFields(id)).containsEntry("model", "LATE");
    assertThat(desk.writes()).hasSize(1);
  }

  @Test
  void whatPemsChangedSinceBecomesAConflictAndIsNeverOverwritten() {
    String id = fresh();
    fail(id, Map.of("model", "OURS"), rejecting(id));
    noFaults();
    desk.editInPems(id, Map.of("model", "THEIRS"));

    assertThat(ask(letter(id), "replay", Map.of()).status()).isEqualTo(200);

    desk.awaitState(id, "conflict");
    assertThat(desk.pemsFields(id)).containsEntry("model", "THEIRS");
  }

  @Test
  void itGoesBeforeALaterEditOfTheRecordThatWaits() {
    String id = fresh();
    fail(id, Map.of("model", "FIRST"), rejecting(id));
    noFaults();
    desk.setAutoSync(false);
    desk.commit(Map.of(id, Map.of("model", "SECOND")));

    assertThat(ask(letter(id), "replay", Map.of()).status()).isEqualTo(200);
    desk.setAutoSync(true);
    desk.awaitState(id, "synced");

    List<String> written = new ArrayList<>();
    desk.writes().forEach(write -> written.add(write.path("fields").toString()));
    assertThat(written).hasSize(2);
    assertThat(written.getFirst()).contains("FIRST");
    assertThat(desk.pemsFields(id)).containsEntry("model", "SECOND");
  }

  @Test
  void correctedByTheRulesItIsWrittenOtherwise() {
    String id = fresh();
    fail(id, Map.of("model", "REFUSED"), rejecting(id));
    noFaults();
    JsonNode letter = letter(id);

    ApiAnswer early = ask(letter, "replay", fields(Map.of("forecastEnd", "1999-01-01")));
    ApiAnswer locked = ask(letter, "replay", fields(Map.of("planEnd", "2030-01-01")));
    ApiAnswer good =
        ask(letter, "replay", fields(Map.of("model", "BETTER", "forecastEnd", "2041-05-31")));

    assertThat(early.body().at("/errors/0/code").asString()).isEqualTo("end_before_start");
    assertThat(locked.body().at("/errors/0/code").asString()).isEqualTo("locked");
    assertThat(good.status()).as(good.text()).isEqualTo(200);
    desk.awaitState(id, "synced");
    assertThat(desk.pemsFields(id))
        .containsEntry("model", "BETTER")
        .containsEntry("forecastEnd", "2041-05-31");
  }

  @Test
  void itIsGivenUpByANamedPersonWithAReasonOnly() {
    String id = fresh();
    fail(id, Map.of("model", "NEVER"), rejecting(id));
    JsonNode letter = letter(id);

    assertThat(ask(letter, "discard", Map.of()).code()).isEqualTo("reason_required");
    assertThat(ask(letter, "discard", Map.of("reason", "duplicate line")).status()).isEqualTo(200);

    assertThat(text("SELECT status || '/' || outcome FROM pfa_write_queue", id))
        .isEqualTo("completed/discarded");
    assertThat(
            text(
                "SELECT sync_status || ' ' || username || ' ' || discard_reason FROM pfa_modification JOIN user_account u ON u.id = discarded_by",
                id))
        .isEqualTo("discarded planner duplicate line");
    assertThat(
            desk.count(
                "SELECT count(*) FROM audit_entry WHERE action = 'dead_letter_discarded' AND reason = 'duplicate line' AND pfa_id = '"
                    + id
                    + "'"))
        .isEqualTo(1);
    assertThat(desk.record(id).path("syncStatus").asString()).isEqualTo("synced");
  }

  @Test
  void allOfOneCauseAreReplayedOrGivenUpTogetherAndTheOthersStay() {
    String down = fresh();
    String alsoDown = fresh();
    String refused = fresh();
    giveUpWhatOtherTestsLeft();
    fail(down, Map.of("model", "A"), unavailable(down));
    fail(alsoDown, Map.of("model", "B"), unavailable(alsoDown));
    fail(refused, Map.of("model", "C"), rejecting(refused));
    noFaults();

    JsonNode replayed = bulk("replay", Map.of("cause", "unavailable"));
    assertThat(replayed.path("replayedCount").asInt()).isEqualTo(2);
    desk.awaitState(down, "synced");
    desk.awaitState(alsoDown, "synced");
    assertThat(desk.record(refused).path("syncStatus").asString()).isEqualTo("failed");

    bulk("discard", Map.of("cause", "rejected", "reason", "end of the project"));
    assertThat(list("?organizationId=RIO&cause=rejected").path("deadLetters")).isEmpty();
  }

  @Test
  void whoMayNotActIsToldSoAndOtherOrganizationsFindNothing() {
    String id = fresh();
    fail(id, Map.of("model", "MINE"), rejecting(id));
    JsonNode letter = letter(id);
    String path = "/api/pems/dead-letters/" + letter.path("id").asString();

    ApiClient viewer = desk.system().api().as("viewer");
    assertThat(viewer.post(path + "/replay", Map.of()).status()).isEqualTo(403);
    assertThat(viewer.post(path + "/discard", Map.of("reason", "x")).status()).isEqualTo(403);
    assertThat(
            viewer
                .post(
                    "/api/pems/dead-letters/replay",
                    Map.of("organizationId", "RIO", "cause", "rejected"))
                .status())
        .isEqualTo(403);
    assertThat(planner.post(path + "/replay", Map.of("organizationId", "HOLNG")).status())
        .isEqualTo(404);
    assertThat(planner.post("/api/pems/dead-letters/none/replay", Map.of()).status())
        .isEqualTo(404);
    assertThat(desk.system().api().post(path + "/replay", Map.of()).status()).isEqualTo(401);
    assertThat(list("?organizationId=HOLNG").path("deadLetters")).isEmpty();
  }

  private String fresh() {
    return desk.openForecasts(1).getFirst().path("pfaId").asString();
  }

  private void fail(String id, Map<String, ?> edit, Map<String, ?> fault) {
    desk.system().pems("PUT", "/faults", Map.of("seed", 7, "rules", List.of(fault)));
    desk.commit(Map.of(id, edit));
    desk.awaitState(id, "failed");
  }

  private static Map<String, Object> rejecting(String id) {
    return Map.of(
        "match", Map.of("pfaId", id, "operation", "UPDATE"),
        "fault", Map.of("kind", "error-alert", "message", NO),
        "rate", 1.0);
  }

  private static Map<String, Object> unavailable(String id) {
    return Map.of("match", Map.of("pfaId", id), "fault", "http-503", "rate", 1.0);
  }

  private void noFaults() {
    desk.system().pems("DELETE", "/faults", Map.of());
  }

  private void giveUpWhatOtherTestsLeft() {
    for (String cause : list("?organizationId=RIO").path("causes").propertyNames()) {
      bulk("discard", Map.of("cause", cause, "reason", "left by another test"));
    }
  }

  private JsonNode list(String query) {
    return planner.get("/api/pems/dead-letters" + query).body();
  }

  private JsonNode letter(String id) {
    for (JsonNode letter : list("?limit=500").path("deadLetters")) {
      if (letter.path("pfaId").asString().equals(id)) {
        return letter;
      }
    }
    throw new AssertionError("No dead letter of " + id);
  }

  private ApiAnswer ask(JsonNode letter, String what, Map<String, ?> body) {
    return planner.post(
        "/api/pems/dead-letters/" + letter.path("id").asString() + "/" + what, body);
  }

  private JsonNode bulk(String what, Map<String, String> more) {
    Map<String, String> body = new HashMap<>(more);
    body.put("organizationId", "RIO");
    ApiAnswer answer = planner.post("/api/pems/dead-letters/" + what, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  private static Map<String, Object> fields(Map<String, String> fields) {
    return Map.of("fields", fields);
  }

  private String text(String select, String id) {
    return desk.sql().sql(select + " WHERE pfa_id = ?").param(id).query(String.class).single();
  }
}
