package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Reads from PEMS bring our own writes back. */
@ExtendWith(SharedSystem.class)
class NoEchoTest {
  private final PlannerDesk desk;

  NoEchoTest(PlannerDesk desk) {
    this.desk = desk;
  }

  @Test
  void ourOwnWriteComingBackInAReadMakesNoVersionNoConflictAndNoQueueRow() {
    String id = edited("model", "ECHO-1");
    desk.awaitState(id, "queued");
    try (var _ = desk.system().startWorker()) {
      desk.awaitState(id, "synced");
    }
    List<String> before = desk.history(id);
    String rows = openRows();

    desk.system().read("RIO");
    desk.system().read("RIO");

    assertThat(desk.history(id)).isEqualTo(before).hasSize(2);
    assertThat(before.getLast()).endsWith("/write");
    assertThat(openRows()).isEqualTo(rows);
    assertThat(desk.record(id).path("syncStatus").asString()).isEqualTo("synced");
  }

  @Test
  void aReadBetweenTheWriteAndItsOutcomeLeavesOneVersionAndThatHasItsAuthor() {
    String id = edited("model", "ECHO-2");
    writtenByAWorkerThatDied(id, Map.of("model", "ECHO-2"));
    desk.system().read("RIO");
    assertThat(desk.history(id).getLast()).endsWith("/read");

    try (var _ = desk.system().startWorker()) {
      desk.awaitState(id, "synced");
    }

    assertThat(desk.history(id)).hasSize(2).last().asString().endsWith("/write");
    assertThat(newest(id).path("author").asString()).isEqualTo("planner");
    assertThat(newest(id).path("modificationId").isNull()).isFalse();
    assertThat(desk.writes()).hasSize(1);
  }

  @Test
  void aLostWriteThatIsFoundInPemsHasItsAuthor() {
    String id = edited("model", "ECHO-3");
    writtenByAWorkerThatDied(id, Map.of("model", "ECHO-3"));

    try (var _ = desk.system().startWorker()) {
      desk.awaitState(id, "synced");
    }

    assertThat(newest(id).path("author").asString()).isEqualTo("planner");
    assertThat(desk.writes()).hasSize(1);
  }

  @Test
  void theSameValueTypedInPemsBySomebodyElseIsNotTakenForOurs() {
    String id = edited("model", "ECHO-4");
    desk.claimAndVanish(1);
    desk.editInPems(id, Map.of("model", "ECHO-4"));

    try (var _ = desk.system().startWorker()) {
      desk.awaitState(id, "synced");
    }

    assertThat(newest(id).path("source").asString()).isEqualTo("read");
    assertThat(newest(id).path("author").asString()).isEqualTo("JDOE");
  }

  @Test
  void aPullNeverChangesWhatAPendingEditShows() {
    String id = edited("model", "OURS");
    desk.editInPems(id, Map.of("model", "THEIRS", "description", "theirs"));

    desk.system().read("RIO");

    JsonNode shown = desk.record(id);
    assertThat(shown.path("model").asString()).isEqualTo("OURS");
    assertThat(shown.path("description").asString()).isEqualTo("theirs");
    assertThat(shown.path("syncStatus").asString()).isEqualTo("queued");
    try (var _ = desk.system().startWorker()) {
      desk.awaitState(id, "conflict");
    }
    assertThat(desk.pemsFields(id)).containsEntry("model", "THEIRS");
  }

  private String edited(String field, String value) {
    String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
    desk.commit(Map.of(id, Map.of(field, value)));
    return id;
  }

  /** The write is in PEMS under our own user, and nobody here knows. */
  private void writtenByAWorkerThatDied(String id, Map<String, String> fields) {
    desk.claimAndVanish(1);
    desk.system()
        .pems(
            "POST",
            "/edits",
            Map.of("organization", "RIO", "pfaId", id, "user", "vanguard", "fields", fields));
  }

  private JsonNode newest(String id) {
    ApiClient planner = desk.system().api().as("planner");
    return planner
        .get("/api/pfa-data/" + id + "/history?organizationId=RIO")
        .body()
        .path("versions")
        .path(0);
  }

  private String openRows() {
    return desk.sql()
        .sql(
            """
            SELECT concat((SELECT count(*) FROM pfa_write_queue), '/', (SELECT count(*) FROM pfa_sync_conflict),
                          '/', (SELECT count(*) FROM pfa_mirror_history))
            """)
        .query(String.class)
        .single();
  }
}
