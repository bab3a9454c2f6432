package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Edits of one record: one after the other, in commit order, quick ones folded. */
@ExtendWith(SharedSystem.class)
class WriteOrderTest {
  private final PlannerDesk desk;

  WriteOrderTest(PlannerDesk desk) {
    this.desk = desk;
  }

  @Test
  void quickEditsOfOneAuthorFoldIntoOneWaitingWriteAndKeepEveryVersionOfTheAudit() {
    desk.setAutoSync(false);
    String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
    for (int i = 1; i <= 20; i++) {
      desk.commit(Map.of(id, i == 7 ? Map.of("areaSilo", "SEVENTH") : Map.of("model", "M" + i)));
    }
    desk.setAutoSync(true);
    try (var worker = desk.system().startWorker()) {
      desk.awaitState(id, "synced");
      assertThat(worker.isActive()).isTrue();
    }

    assertThat(desk.writes()).hasSize(1);
    assertThat(desk.record(id).path("model").asString()).isEqualTo("M20");
    assertThat(desk.record(id).path("areaSilo").asString()).isEqualTo("SEVENTH");
    assertThat(
            desk.sql()
                .sql(
                    "SELECT count(*) FROM pfa_modification WHERE pfa_id = ? AND sync_status = 'superseded' AND superseded_by IS NOT NULL")
                .param(id)
                .query(Long.class)
                .single())
        .isEqualTo(19);
  }

  @Test
  void nobodyConflictsWithTheirOwnEarlierEditAlsoWhenItWasAlreadyClaimed() {
    String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
    desk.commit(Map.of(id, Map.of("model", "FIRST")));
    desk.claimAndVanish(1);
    desk.commit(Map.of(id, Map.of("model", "SECOND")));
    try (var worker = desk.system().startWorker()) {
      desk.awaitState(id, "synced");
      assertThat(worker.isActive()).isTrue();
    }

    List<String> models = new ArrayList<>();
    desk.writes().forEach(w -> models.add(w.path("fields").toString()));
    assertThat(models).hasSize(2);
    assertThat(models.getFirst()).contains("FIRST");
    assertThat(desk.record(id).path("model").asString()).isEqualTo("SECOND");
  }

  @Test
  void anEditCommittedEarlierButSeenLaterWaitsForTheOneInFlight() {
    String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
    desk.commit(Map.of(id, Map.of("model", "FIRST")));
    desk.claimAndVanish(1);
    // The row in flight has the higher number, as when the other commit became visible late.
    desk.sql()
        .sql(
            "UPDATE pfa_write_queue SET leased_until = clock_timestamp() + interval '1 minute', id = id + 1000000 WHERE pfa_id = ? AND status = 'processing'")
        .param(id)
        .update();
    String other = desk.openForecasts(2).getLast().path("pfaId").asString();
    desk.commit(Map.of(id, Map.of("model", "SECOND"), other, Map.of("model", "OTHER")));

    try (var worker = desk.system().startWorker()) {
      desk.awaitState(other, "synced");
      assertThat(desk.record(id).path("syncStatus").asString()).isIn("syncing", "queued");
      desk.sql()
          .sql(
              "UPDATE pfa_write_queue SET leased_until = clock_timestamp() WHERE pfa_id = ? AND status = 'processing'")
          .param(id)
          .update();
      desk.awaitQueueEmpty();
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void clearingATextIsNoConflictWithOneself() {
    String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
    desk.commit(Map.of(id, Map.of("model", "")));
    desk.claimAndVanish(1);
    desk.commit(Map.of(id, Map.of("model", "AGAIN")));
    try (var worker = desk.system().startWorker()) {
      desk.awaitState(id, "synced");
      assertThat(worker.isActive()).isTrue();
    }
    assertThat(desk.record(id).path("model").asString()).isEqualTo("AGAIN");
  }
}
