package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A worker dies with rows in its hands. */
@ExtendWith(SharedSystem.class)
class DyingWorkerTest {
  private final PlannerDesk desk;

  DyingWorkerTest(PlannerDesk desk) {
    this.desk = desk;
  }

  @Test
  void sixHundredRecordsInOneCommitAllArriveOnceThoughAWorkerDiesOnTheWay() {
    desk.system().pems("PUT", "/faults", Map.of("seed", 1, "rules", List.of()));
    List<JsonNode> records = desk.openForecasts(600);
    Map<String, Map<String, String>> edits = new TreeMap<>();
    records.forEach(r -> edits.put(r.path("pfaId").asString(), Map.of("model", "M-600")));
    desk.commit(edits);

    // A worker that claims with a short lease and is gone at once leaves rows in processing.
    desk.claimAndVanish(50);
    try (var one = desk.system().startWorker();
        var two = desk.system().startWorker()) {
      desk.awaitQueueEmpty();
      assertThat(one.isActive() && two.isActive()).isTrue();
    }

    Map<String, Integer> writesPerRecord = new TreeMap<>();
    desk.writes().forEach(w -> writesPerRecord.merge(w.path("pfaId").asString(), 1, Integer::sum));
    assertThat(writesPerRecord.keySet()).isEqualTo(edits.keySet());
    assertThat(writesPerRecord.values()).containsOnly(1);
  }
}
