package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

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

  @Test
  void nineteenEditsBehindOneInFlightAreOneMoreWrite() {
    String id = desk.openIds(1).getFirst();
    desk.setAutoSync(false);
    desk.commit(Map.of(id, Map.of("model", "M1")));
    desk.claimAndVanish(1);
    for (int i = 2; i <= 20; i++) {
      desk.commit(Map.of(id, i == 7 ? Map.of("areaSilo", "SEVENTH") : Map.of("model", "M" + i)));
    }
    desk.setAutoSync(true);
    try (var worker = desk.system().startWorker()) {
      desk.awaitQueueEmpty();
      assertThat(worker.isActive()).isTrue();
    }

    assertThat(desk.ownWrites()).hasSize(2);
    assertThat(desk.pemsFields(id))
        .containsEntry("model", "M20")
        .containsEntry("areaSilo", "SEVENTH");
    assertThat(desk.standing(List.of(id), "superseded")).isEqualTo(18);
    assertThat(desk.standing(List.of(id), "synced")).isEqualTo(2);
  }

  @Test
  void fourWorkersAndRandomPrioritiesKeepTheCommitOrderOfEachRecord() {
    List<String> ids = desk.openIds(25);
    List<String> fields = List.of("model", "areaSilo", "manufacturer");
    List<PlannerDesk> authors = List.of(desk, desk.of("planner-rio"), desk.of("admin"));
    Map<String, Integer> order = new HashMap<>();
    List<ConfigurableApplicationContext> workers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      workers.add(desk.system().startWorker("vanguard.worker.max-in-flight=5"));
    }
    for (int round = 0; round < 8; round++) {
      for (int author = 0; author < authors.size(); author++) {
        String value = "round " + round;
        order.put(fields.get(author) + "=" + value, order.size());
        authors.get(author).commitAll(ids, Map.of(fields.get(author), value));
        desk.sql()
            .sql(
                "UPDATE pfa_write_queue SET priority = floor(random() * 3) WHERE id IN (SELECT id FROM pfa_write_queue WHERE status = 'pending' ORDER BY id FOR UPDATE)")
            .update();
      }
    }
    desk.awaitQueueEmpty();
    workers.forEach(ConfigurableApplicationContext::close);

    Map<String, List<Integer>> written = new HashMap<>();
    for (JsonNode write : desk.ownWrites()) {
      write
          .path("fields")
          .propertyStream()
          .map(field -> order.get(field.getKey() + "=" + field.getValue().asString()))
          .forEach(
              place ->
                  written
                      .computeIfAbsent(write.path("pfaId").asString(), id -> new ArrayList<>())
                      .add(place));
    }
    assertThat(written.keySet()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(written.values())
        .allSatisfy(places -> assertThat(places).isSorted().contains(21, 22, 23));
  }
}
