package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody changes the record in PEMS while an edit is on its way. */
@ExtendWith(SharedSystem.class)
class OthersInPemsTest {
  private final PlannerDesk desk;

  OthersInPemsTest(PlannerDesk desk) {
    this.desk = desk;
  }

  @Test
  void aChangeOfTheSameFieldInPemsBecomesAConflictAndIsNotOverwritten() {
    try (var worker = desk.system().startWorker()) {
      String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
      desk.save(Map.of(id, Map.of("model", "OURS")));
      desk.editInPems(id, Map.of("model", "THEIRS"));
      desk.commitAll();

      desk.awaitState(id, "conflict");

      assertThat(desk.pemsFields(id)).containsEntry("model", "THEIRS");
      assertThat(
              desk.sql()
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
    try (var worker = desk.system().startWorker()) {
      String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
      desk.save(Map.of(id, Map.of("model", "OURS")));
      desk.editInPems(id, Map.of("areaSilo", "THEIRS"));
      desk.commitAll();

      desk.awaitState(id, "synced");

      assertThat(desk.pemsFields(id))
          .containsEntry("model", "OURS")
          .containsEntry("areaSilo", "THEIRS");
      assertThat(desk.record(id).path("areaSilo").asString()).isEqualTo("THEIRS");
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void aThousandChangesBetweenOurReadAndOurWriteOverwriteNothing() {
    List<String> ids = desk.openIds(1_000);
    List<String> same = ids.subList(0, 500);
    List<String> other = ids.subList(500, 1_000);
    desk.faults(
        Map.of(
            "match", Map.of("operation", "GET", "pfaId", same),
            "fault", Map.of("kind", "concurrent-edit", "fields", Map.of("model", "THEIRS"))),
        Map.of(
            "match", Map.of("operation", "GET", "pfaId", other),
            "fault", Map.of("kind", "concurrent-edit", "fields", Map.of("areaSilo", "THEIRS")),
            "count", 500));
    desk.commitAll(ids, Map.of("model", "OURS"));
    try (var worker = desk.system().startWorker()) {
      desk.awaitQueueEmpty();
      assertThat(worker.isActive()).isTrue();
    }

    assertThat(desk.system().pems("GET", "/faults", Map.of()).path("rules").path(1).path("struck"))
        .hasToString("500");
    assertThat(desk.standing(same, "conflict")).isEqualTo(500);
    assertThat(desk.standing(other, "synced")).isEqualTo(500);
    assertThat(desk.ownWrites())
        .hasSize(500)
        .allSatisfy(
            write -> {
              assertThat(write.path("pfaId").asString()).isIn(other);
              assertThat(write.path("fields")).hasToString("{\"model\":\"OURS\"}");
            });
  }
}
