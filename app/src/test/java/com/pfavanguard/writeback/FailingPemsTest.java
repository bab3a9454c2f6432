package com.pfavanguard.writeback;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PEMS fails, refuses or falls silent: every edit arrives once or is a dead letter. */
@ExtendWith(SharedSystem.class)
class FailingPemsTest {
  private final PlannerDesk desk;

  FailingPemsTest(PlannerDesk desk) {
    this.desk = desk;
  }

  @Test
  void aFailingPemsIsTriedAgainAndTheEditArrivesOnce() {
    desk.system()
        .pems(
            "PUT",
            "/faults",
            Map.of(
                "seed",
                7,
                "rules",
                List.of(
                    Map.of(
                        "match", Map.of("operation", "UPDATE"), "fault", "http-503", "count", 2))));
    try (var worker =
        desk.system()
            .startWorker(
                "vanguard.worker.retry-delays=50ms,50ms,50ms", "vanguard.worker.poll=50ms")) {
      String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
      desk.commit(Map.of(id, Map.of("model", "RETRIED")));
      desk.awaitState(id, "synced");

      assertThat(desk.writes()).hasSize(1);
      assertThat(
              desk.count("SELECT max(attempts) FROM pfa_write_queue WHERE pfa_id = '" + id + "'"))
          .isEqualTo(2);
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void anEditWhoseTriesAreUsedUpIsADeadLetterAfterExactlyTheConfiguredAttempts() {
    String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
    desk.system()
        .pems(
            "PUT",
            "/faults",
            Map.of(
                "seed",
                7,
                "rules",
                List.of(Map.of("match", Map.of("pfaId", id), "fault", "http-503", "rate", 1.0))));
    try (var worker =
        desk.system()
            .startWorker("vanguard.worker.retry-delays=20ms,20ms", "vanguard.worker.poll=50ms")) {
      desk.commit(Map.of(id, Map.of("model", "NEVER")));
      desk.awaitState(id, "failed");

      assertThat(
              desk.count(
                  "SELECT attempts FROM pfa_write_queue WHERE status = 'failed' AND pfa_id = '"
                      + id
                      + "'"))
          .isEqualTo(3);
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void aFifthOfAllAnswersLostLosesAndDoublesNothingAndOpensNoConflict() {
    List<String> ids = desk.openIds(400);
    desk.faults(
        Map.of(
            "match",
            Map.of("operation", List.of("GET", "UPDATE")),
            "fault",
            "cut-after-commit",
            "rate",
            0.2));
    desk.commitAll(ids, Map.of("model", "ONCE", "areaSilo", "ONCE"));
    String patient = "vanguard.worker.retry-delays=" + String.join(",", nCopies(12, "20ms"));
    try (var worker = desk.system().startWorker(patient, "vanguard.worker.poll=50ms")) {
      desk.awaitQueueEmpty();
      assertThat(worker.isActive()).isTrue();
    }

    assertThat(desk.standing(ids, "synced")).isEqualTo(400);
    assertThat(desk.writes()).hasSize(400);
    assertThat(desk.ownWrites().stream().map(write -> write.path("pfaId").asString()))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void aLostAnswerAfterWhichSomebodyChangedTheSameFieldIsAConflict() {
    String id = desk.openIds(1).getFirst();
    desk.faults(
        Map.of(
            "match",
            Map.of("operation", "UPDATE", "pfaId", id),
            "fault",
            "cut-after-commit",
            "count",
            1),
        // The second GET is the look after the lost answer.
        Map.of(
            "match", Map.of("operation", "GET", "pfaId", id),
            "fault", Map.of("kind", "http-503"),
            "schedule", Map.of("from", 2, "to", 2)));
    desk.commit(Map.of(id, Map.of("model", "OURS")));
    try (var worker =
        desk.system().startWorker("vanguard.worker.retry-delays=1h", "vanguard.worker.poll=50ms")) {
      await().until(() -> desk.ownWrites().size(), count -> count == 1);
      await()
          .until(
              () ->
                  desk.count(
                      "SELECT count(*) FROM pfa_write_queue WHERE attempts = 1 AND status = 'pending'"),
              waiting -> waiting == 1);
      desk.editInPems(id, Map.of("model", "THEIRS"));
      desk.sql()
          .sql("UPDATE pfa_write_queue SET scheduled_at = clock_timestamp() WHERE pfa_id = ?")
          .param(id)
          .update();
      desk.awaitState(id, "conflict");
      assertThat(worker.isActive()).isTrue();
    }
    assertThat(desk.pemsFields(id)).containsEntry("model", "THEIRS");
    assertThat(desk.ownWrites()).hasSize(1);
  }

  @Test
  void oneRecordThatAlwaysFailsCostsAThousandOthersNotOneRequest() {
    List<String> ids = desk.openIds(1_000);
    String bad = ids.get(500);
    desk.faults(Map.of("match", Map.of("pfaId", bad), "fault", "http-503"));
    desk.commitAll(ids, Map.of("model", "MANY"));
    long before = requests();
    try (var worker =
        desk.system().startWorker("vanguard.worker.retry-delays=1h", "vanguard.worker.poll=50ms")) {
      await().atMost(Duration.ofSeconds(60)).until(() -> desk.standing(ids, "synced") == 999);
      desk.commit(Map.of(bad, Map.of("areaSilo", "LATER")));
      assertThat(worker.isActive()).isTrue();
    }

    // One read and one write for each of the others, one vain read for the bad one.
    assertThat(requests() - before).isEqualTo(2 * 999 + 1);
    assertThat(desk.ownWrites()).hasSize(999);
    assertThat(desk.standing(List.of(bad), "queued")).isEqualTo(2);
    desk.sql().sql("DELETE FROM pfa_write_queue WHERE pfa_id = ?").param(bad).update();
  }

  private long requests() {
    return desk.system().pems("GET", "/stats", Map.of()).path("requests").asLong();
  }
}
