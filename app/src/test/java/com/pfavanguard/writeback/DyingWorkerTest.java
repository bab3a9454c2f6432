package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
  void whatADeadWorkerHeldIsClaimedAgainWithinFiveSecondsOfItsLeasesEnd() {
    List<String> ids = desk.openIds(20);
    desk.setAutoSync(false);
    desk.commitAll(ids, Map.of("model", "LEFT"));
    try (var worker = desk.system().startWorker()) {
      // Its lease ends while another worker is at work, at no moment that suits that one.
      desk.sql()
          .sql(
              """
              UPDATE pfa_write_queue SET status = 'processing', lease_owner = 'killed', lease_number = 1,
                     started_at = clock_timestamp(), leased_until = clock_timestamp() + interval '1300 milliseconds'
               WHERE pfa_id = ANY (?) AND status = 'pending'
              """)
          .param(ids.toArray(String[]::new))
          .update();
      String lease = leases(ids, "max(leased_until)::text");
      desk.setAutoSync(true);
      await().atMost(Duration.ofSeconds(30)).until(() -> desk.standing(ids, "synced") == 20);

      // Both moments are the database's: the lease's end, and the second claim's entry in the
      // audit.
      assertThat(
              desk.sql()
                  .sql(
                      """
                      SELECT extract(epoch FROM max(occurred_at) - ?::timestamptz)::float8 FROM audit_entry
                       WHERE action = 'write_attempted' AND pfa_id = ANY (?)
                      """)
                  .param(lease)
                  .param(ids.toArray(String[]::new))
                  .query(Double.class)
                  .single())
          .isBetween(0.0, 5.0);
      assertThat(leases(ids, "count(*) FILTER (WHERE lease_number = 2)::text")).isEqualTo("20");
      assertThat(worker.isActive()).isTrue();
    }
  }

  private String leases(List<String> ids, String what) {
    return desk.sql()
        .sql("SELECT " + what + " FROM pfa_write_queue WHERE pfa_id = ANY (?)")
        .param(ids.toArray(String[]::new))
        .query(String.class)
        .single();
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
