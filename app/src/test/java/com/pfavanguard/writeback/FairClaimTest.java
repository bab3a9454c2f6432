package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.WholeSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Who is served when many want the same connection; counted in PEMS's own log of writes. */
class FairClaimTest {
  private static final String SLOWLY = "vanguard.pems.requests-per-second=40";
  private static final String EIGHT_AT_ONCE = "vanguard.worker.max-in-flight=8";
  private static final String SMALL_BURST = "vanguard.pems.burst=10";

  private static WholeSystem system;
  private long firstWrite;

  @BeforeAll
  static void start() {
    system = WholeSystem.start(3_000);
    system.read("RIO").read("HOLNG");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void emptyTheQueue() {
    system.tables().owner().sql("TRUNCATE pfa_write_queue").update();
    JsonNode writes = system.pems("GET", "/writes?after=0", Map.of());
    firstWrite = writes.isEmpty() ? 0 : writes.path(writes.size() - 1).path("sequence").asLong();
  }

  @Test
  void aSingleEditIsServedAfterAHandfulOfAnotherOrganizationsTenThousand() {
    queueCrowd("RIO", 10_000);
    List<String> organizations;
    int before;
    try (ConfigurableApplicationContext one = system.startWorker(SLOWLY, SMALL_BURST);
        ConfigurableApplicationContext two = system.startWorker(SLOWLY, SMALL_BURST)) {
      await().until(() -> writes().size(), served -> served >= 10);
      queue("HOLNG", 1, 1);
      before = writes().size();
      await().atMost(Duration.ofSeconds(60)).until(() -> writes().contains("HOLNG"));
      organizations = writes();
      assertThat(one.isActive() && two.isActive()).isTrue();
    }

    // Counted from the commit on; two workers have slots and claims of the crowd in hand, a few
    // each, and a busy machine lets some more of them through before the newcomer is claimed.
    assertThat(organizations.indexOf("HOLNG") - before).isLessThanOrEqualTo(20);
  }

  @Test
  void withoutALimitOfTheRateANewcomerIsInTheNextClaimOfWhoeverLooksNext() {
    queueCrowd("RIO", 10_000);
    long atCommit;
    try (ConfigurableApplicationContext one = system.startWorker(EIGHT_AT_ONCE);
        ConfigurableApplicationContext two = system.startWorker(EIGHT_AT_ONCE)) {
      await().until(() -> claimsOf("RIO", "clock_timestamp()"), claimed -> claimed >= 200);
      queue("HOLNG", 1, 1);
      atCommit = claimsOf("RIO", "clock_timestamp()");
      await().atMost(Duration.ofSeconds(60)).until(() -> completed("HOLNG") == 1);
      assertThat(one.isActive() && two.isActive()).isTrue();
    }

    // A claim that had looked before the commit may still take its eight, one of each worker, and
    // the claim that takes the newcomer takes others with it. However busy the machine: no more.
    String claimed = "(SELECT started_at FROM pfa_write_queue WHERE organization_id = 'HOLNG')";
    assertThat(claimsOf("RIO", claimed) - atCommit).isLessThanOrEqualTo(3 * 8);
  }

  private static long claimsOf(String organization, String until) {
    return system
        .tables()
        .owner()
        .sql(
            "SELECT count(*) FROM pfa_write_queue WHERE organization_id = ? AND started_at <= "
                + until)
        .param(organization)
        .query(Long.class)
        .single();
  }

  private static long completed(String organization) {
    return system
        .tables()
        .owner()
        .sql(
            "SELECT count(*) FROM pfa_write_queue WHERE organization_id = ? AND status = 'completed'")
        .param(organization)
        .query(Long.class)
        .single();
  }

  @Test
  void highGoesAheadOfLowAndLowStillComesThrough() {
    queue("RIO", 250, 0);
    queue("RIO", 250, 2);
    List<Integer> served;
    try (ConfigurableApplicationContext worker =
        system.startWorker("vanguard.worker.max-in-flight=2")) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> completedPriorities().size(), done -> done >= 200);
      served = completedPriorities().subList(0, 200);
      assertThat(worker.isActive()).isTrue();
    }

    // Eight shares against one: 22 of 200 are low on average; beyond these bounds is one in a
    // million.
    assertThat(served.stream().filter(priority -> priority == 2).count()).isBetween(3L, 55L);
  }

  @Test
  void aConnectionThatCannotBeCalledKeepsNobodyElsesEditsWaiting() {
    system
        .tables()
        .owner()
        .sql("UPDATE organization SET pems_connection = 'elsewhere' WHERE id = 'RIO'")
        .update();
    queue("RIO", 300, 0);
    queue("HOLNG", 20, 2);
    try (ConfigurableApplicationContext worker =
        system.startWorker(
            "vanguard.pems.connections.elsewhere.base-url=http://127.0.0.1:1/axis/restservices",
            "vanguard.worker.max-in-flight=8")) {
      await().atMost(Duration.ofSeconds(60)).until(() -> writes().size(), done -> done == 20);
      assertThat(worker.isActive()).isTrue();
    } finally {
      system
          .tables()
          .owner()
          .sql("UPDATE organization SET pems_connection = 'default' WHERE id = 'RIO'")
          .update();
    }
    assertThat(writes()).containsOnly("HOLNG");
  }

  /** Ten thousand edits, the first of records that PEMS holds. */
  private static void queueCrowd(String organization, int count) {
    system
        .tables()
        .owner()
        .sql(
            """
            INSERT INTO pfa_mirror (organization_id, pfa_id, version, content_hash)
            SELECT :org, 'ZZ-' || n, 1, gen_random_uuid() FROM generate_series(1, :count) n
            ON CONFLICT DO NOTHING
            """)
        .param("org", organization)
        .param("count", count)
        .update();
    queue(organization, count, 1);
  }

  /**
   * Edits of as many records, straight into the tables: ten thousand commits would take a while.
   */
  private static void queue(String organization, int count, int priority) {
    int queued =
        system
            .tables()
            .owner()
            .sql(
                """
                WITH edit AS (
                  INSERT INTO pfa_modification
                    (organization_id, pfa_id, author_id, sync_status, base_version, base, base_versions, delta, payload,
                     commit_number, committed_at)
                  SELECT :org, pfa_id, (SELECT id FROM user_account WHERE username = 'planner'), 'queued', version,
                         jsonb_build_object('model', model), jsonb_build_object('model', version),
                         jsonb_build_object('model', :model), jsonb_build_object('model', :model),
                         nextval('pfa_commit_number'), clock_timestamp()
                    FROM (SELECT pfa_id, version, model FROM pfa_mirror
                           WHERE organization_id = :org AND NOT is_actualized
                             AND pfa_id NOT IN (SELECT pfa_id FROM pfa_write_queue WHERE organization_id = :org)
                           ORDER BY pfa_id LIMIT :count) record
                  RETURNING modification_id, pfa_id, author_id, commit_number)
                INSERT INTO pfa_write_queue (id, organization_id, pfa_id, modification_id, author_id, job_id, priority)
                SELECT commit_number, :org, pfa_id, modification_id, author_id, gen_random_uuid(), :priority FROM edit
                """)
            .param("org", organization)
            .param("count", count)
            .param("priority", priority)
            .param("model", "FAIR-" + System.nanoTime())
            .update();
    assertThat(queued).isEqualTo(count);
    system.tables().owner().sql("NOTIFY vanguard_queue").update();
  }

  private List<String> writes() {
    List<String> organizations = new ArrayList<>();
    system
        .pems("GET", "/writes?after=" + firstWrite, Map.of())
        .forEach(write -> organizations.add(write.path("organization").asString()));
    return organizations;
  }

  private static List<Integer> completedPriorities() {
    return system
        .tables()
        .owner()
        .sql(
            "SELECT priority FROM pfa_write_queue WHERE status = 'completed' ORDER BY completed_at, id")
        .query(Integer.class)
        .list();
  }
}
