package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;

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
}
