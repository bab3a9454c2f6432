package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * The way of an edit from commit to PEMS and back, on real parts; PEMS's own log is the witness.
 */
@ExtendWith(SharedSystem.class)
class WriteBackTest {
  private final PlannerDesk desk;

  WriteBackTest(PlannerDesk desk) {
    this.desk = desk;
  }

  @Test
  void anEditArrivesInPemsWithRecordidPlusOneAndMirrorAndHistoryAgree() {
    try (var worker = desk.system().startWorker()) {
      JsonNode before = desk.openForecasts(1).getFirst();
      String id = before.path("pfaId").asString();
      long version = before.path("version").asLong();
      desk.commit(
          Map.of(id, Map.of("forecastEnd", "2029-02-28", "description", "Grün, \"quoted\" ≤ 5")));

      desk.awaitState(id, "synced");

      JsonNode pems = desk.system().pems("GET", "/records/RIO/" + id, Map.of());
      assertThat(pems.path("recordid").asLong()).isEqualTo(version + 1);
      assertThat(pems.toString()).contains("2029-02-28");
      JsonNode after = desk.record(id);
      assertThat(after.path("version").asLong()).isEqualTo(version + 1);
      assertThat(after.path("description").asString()).isEqualTo("Grün, \"quoted\" ≤ 5");
      assertThat(desk.history(id)).containsExactly(version + "/read", (version + 1) + "/write");
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void unsentFieldsStayAsTheyAreInPems() {
    try (var worker = desk.system().startWorker()) {
      String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
      Map<String, String> before = desk.pemsFields(id);
      desk.commit(Map.of(id, Map.of("areaSilo", "ELSEWHERE")));
      desk.awaitState(id, "synced");

      Map<String, String> after = desk.pemsFields(id);
      Set<String> changed = new HashSet<>();
      after.forEach(
          (field, value) -> {
            if (!value.equals(before.get(field))) {
              changed.add(field);
            }
          });
      assertThat(changed)
          .contains("areaSilo")
          .isSubsetOf("areaSilo", "lastChangedBy", "lastChangedAt", "version");
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void aPlaceholderDateFromPemsDoesNotStopTheQueue() {
    try (var worker = desk.system().startWorker()) {
      String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
      desk.editInPems(id, Map.of("forecastEnd", "9999-12-31"));
      desk.system().read("RIO");
      desk.commit(Map.of(id, Map.of("forecastEnd", "2031-01-31")));

      desk.awaitState(id, "synced");

      assertThat(desk.pemsFields(id)).containsEntry("forecastEnd", "2031-01-31");
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void theFlagStopsClaimsAndResumesThem() {
    try (var worker = desk.system().startWorker()) {
      desk.setAutoSync(false);
      String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
      desk.commit(Map.of(id, Map.of("model", "PAUSED")));
      // The worker demonstrably runs: it beats, and yet leaves the row alone.
      await()
          .until(
              () ->
                  desk.count(
                          "SELECT count(*) FROM worker_heartbeat WHERE beat_at > clock_timestamp() - interval '10 s'")
                      > 0);
      assertThat(desk.record(id).path("syncStatus").asString()).isEqualTo("queued");
      assertThat(desk.writes()).isEmpty();

      desk.setAutoSync(true);
      desk.awaitState(id, "synced");
      assertThat(worker.isActive()).isTrue();
    }
  }
}
