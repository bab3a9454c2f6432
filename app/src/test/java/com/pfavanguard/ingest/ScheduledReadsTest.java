package com.pfavanguard.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.FreshServer;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Reads that nobody asks for: a server whose timetable is of seconds. */
@ServerTest
@DirtiesContext
class ScheduledReadsTest {
  private static final TenantPems PEMS = new TenantPems();

  @DynamicPropertySource
  static void timetable(DynamicPropertyRegistry registry) {
    settings().forEach((name, value) -> registry.add(name, () -> value));
  }

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(PEMS.properties());
    settings.put("vanguard.ingest.schedule.enabled", true);
    settings.put("vanguard.ingest.schedule.tick", "100ms");
    settings.put("vanguard.ingest.schedule.incremental-every", "300ms");
    settings.put("vanguard.ingest.schedule.reconcile-every", "300ms");
    return settings;
  }

  @Autowired ApiClient anybody;
  @Autowired TestDatabase database;
  private Reads reads;

  @BeforeEach
  void empty() {
    MirrorRows rows = new MirrorRows(database);
    reads = new Reads(anybody.as("planner"), rows.owner());
    flag(false);
    await().until(() -> status().path("nextSyncAt").isNull());
    await().until(() -> reads.count("pfa_read_sync WHERE status = 'running'") == 0);
    await().until(() -> reads.count("pfa_reconciliation WHERE status = 'running'") == 0);
    PEMS.reset();
    rows.clear();
    reads.tables().sql("TRUNCATE pfa_reconciliation CASCADE").update();
    flag(true);
    await().until(() -> !status().path("nextSyncAt").isNull());
  }

  @Test
  void everyOrganizationIsReadWholeAndThenItsChangesAgainAndAgain() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> reads.count(runs("incremental") + " AND status = 'completed'") >= 2);

    assertThat(reads.count(runs("full") + " AND status = 'completed'")).isEqualTo(1);
    assertThat(reads.count("pfa_mirror WHERE organization_id = 'RIO'")).isGreaterThan(100);
    assertThat(
            reads.count(
                "(SELECT DISTINCT organization_id FROM pfa_read_sync WHERE trigger = 'schedule') o"))
        .isEqualTo(3);
  }

  @Test
  void theStatusSaysWhenPemsIsReadNextAndNothingWhileTheFlagIsOff() {
    assertThat(status().path("nextSyncAt").asString()).startsWith("20");

    flag(false);
    try {
      await().until(() -> status().path("nextSyncAt").isNull());
      await().until(() -> reads.count("pfa_read_sync WHERE status = 'running'") == 0);
      long before = reads.count("pfa_read_sync");
      long ticks = ticks();
      await().until(() -> ticks() > ticks + 3);
      assertThat(reads.count("pfa_read_sync")).isEqualTo(before);
    } finally {
      flag(true);
    }
  }

  @Test
  void anOrganizationMayHaveATimetableOfItsOwn() {
    reads
        .tables()
        .sql(
            "INSERT INTO pfa_read_schedule (organization_id, incremental_every) VALUES ('RIO', '1 day')")
        .update();
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  reads.count(
                          "pfa_read_sync WHERE organization_id = 'HOLNG' AND status = 'completed'")
                      >= 2);
      assertThat(reads.count("pfa_read_sync WHERE organization_id = 'RIO'")).isLessThanOrEqualTo(1);
    } finally {
      reads.tables().sql("DELETE FROM pfa_read_schedule").update();
    }
  }

  @Test
  void twoServersStartNoReadTwice() {
    try (var _ = FreshServer.another(database, settings())) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> reads.count(runs("incremental") + " AND status = 'completed'") >= 5);
    }

    // Two beginnings of one due read would lie closer together than the timetable allows.
    assertThat(
            reads.count(
                """
                (SELECT started_at - lag(started_at) OVER (PARTITION BY organization_id ORDER BY started_at) AS gap
                   FROM pfa_read_sync) r WHERE gap < interval '300 ms'
                """))
        .isZero();
  }

  @Test
  void everyOrganizationIsComparedInTurnAgainAndAgainAndOnceAtATime() {
    try (var _ = FreshServer.another(database, settings())) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  reads.count(
                          "(SELECT organization_id FROM pfa_reconciliation WHERE trigger = 'schedule'"
                              + " AND status = 'completed' GROUP BY 1 HAVING count(*) >= 2) o")
                      == 3);
    }

    assertThat(
            reads.count(
                """
                (SELECT started_at - lag(completed_at) OVER (PARTITION BY organization_id ORDER BY started_at) AS gap
                   FROM pfa_reconciliation) r WHERE gap < interval '0'
                """))
        .isZero();
  }

  private static String runs(String type) {
    return "pfa_read_sync WHERE organization_id = 'RIO' AND trigger = 'schedule' AND sync_type = '%s'"
        .formatted(type);
  }

  private JsonNode status() {
    return anybody.as("planner").get("/api/pems/sync-status?organizationId=RIO").body();
  }

  private long ticks() {
    return reads
        .tables()
        .sql("SELECT version FROM scheduled_tasks WHERE task_name = 'due-reads'")
        .query(Long.class)
        .single();
  }

  private void flag(boolean enabled) {
    reads
        .tables()
        .sql("UPDATE feature_flags SET enabled = ? WHERE flag_name = 'auto_read'")
        .param(enabled)
        .update();
  }
}
