package com.pfavanguard.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.kernel.RecurringJob;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is finished and old is forgotten; what somebody may still need stays. */
@ServerTest
class RetentionTest {
  private static final String OLD = "clock_timestamp() - interval '400 days'";
  private static final String YOUNG = "clock_timestamp() - interval '1 day'";

  @Autowired TestDatabase database;
  @Autowired RecurringJob forgetFinished;
  private JdbcClient sql;

  @BeforeEach
  void empty() {
    sql = new MirrorRows(database).clear().owner();
    sql.sql("TRUNCATE pfa_write_queue, pfa_sync_log, pfa_read_sync, pfa_reconciliation CASCADE")
        .update();
  }

  @Test
  void finishedRowsOfTheQueueGoAndDeadLettersWaitingOnesAndYoungOnesStay() {
    sql.sql(
            "INSERT INTO pfa_mirror (organization_id, pfa_id, version, content_hash) VALUES ('RIO', 'R-1', 1, gen_random_uuid())")
        .update();
    queue("completed", "'synced'", OLD);
    queue("completed", "'superseded'", OLD);
    queue("completed", "'synced'", YOUNG);
    queue("failed", "NULL", OLD);
    queue("pending", "NULL", "NULL");

    forgetFinished.work().run();

    assertThat(texts("SELECT concat_ws(' ', status, outcome) FROM pfa_write_queue"))
        .containsExactlyInAnyOrder("completed synced", "failed", "pending");
    // The edits themselves are part of the record's history.
    assertThat(count("pfa_modification")).isEqualTo(5);
  }

  @Test
  void oldLinesOfTheSyncLogGoInBatchesHoweverMany() {
    log(5_000, OLD);
    log(10, YOUNG);

    forgetFinished.work().run();

    assertThat(count("pfa_sync_log")).isEqualTo(10);
  }

  @Test
  void oldReadsGoButTheNewestCompleteOneOfEachKindSaysWhereTheNextBegins() {
    read("RIO", "full", "completed", 400, true);
    read("RIO", "full", "completed", 300, true);
    read("RIO", "incremental", "completed", 350, true);
    read("RIO", "incremental", "completed", 310, false);
    read("RIO", "incremental", "failed", 305, false);
    read("HOLNG", "full", "completed", 400, true);
    read("HOLNG", "full", "failed", 1, false);

    forgetFinished.work().run();

    assertThat(
            texts(
                "SELECT concat_ws(' ', organization_id, sync_type, status, extract(day FROM clock_timestamp() - started_at)) FROM pfa_read_sync"))
        .containsExactlyInAnyOrder(
            "RIO full completed 300",
            "RIO incremental completed 350",
            "RIO incremental completed 310",
            "HOLNG full completed 400",
            "HOLNG full failed 1");
  }

  @Test
  void oldComparisonsGoWithTheirDriftsAndTheNewestStays() {
    reconciliation(400);
    reconciliation(300);
    sql.sql(
            """
            INSERT INTO pfa_reconciliation_drift (reconciliation_id, organization_id, pfa_id, drift, cause, healed)
            SELECT reconciliation_id, organization_id, 'R-1', 'missing', 'behind', true FROM pfa_reconciliation
            """)
        .update();

    forgetFinished.work().run();

    assertThat(count("pfa_reconciliation")).isEqualTo(1);
    assertThat(count("pfa_reconciliation_drift")).isEqualTo(1);
  }

  @Test
  void theServerMayDeleteNothingByItselfNorAskForWhatTheFiguresNeed() {
    JdbcClient app = database.as("app");
    assertThatThrownBy(() -> app.sql("DELETE FROM pfa_sync_log").update())
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(
            () ->
                app.sql("SELECT forget_finished('queue', interval '1 hour', 10)")
                    .query(Integer.class)
                    .single())
        .hasStackTraceContaining("two days");
  }

  private void queue(String status, String outcome, String completed) {
    sql.sql(
            """
            WITH edit AS (
              INSERT INTO pfa_modification
                (organization_id, pfa_id, author_id, sync_status, base_version, base, base_versions, delta, payload,
                 commit_number, committed_at)
              SELECT 'RIO', 'R-1', id, 'synced', 1, '{}', '{}', '{}', '{}', nextval('pfa_commit_number'), now()
                FROM user_account WHERE username = 'planner'
              RETURNING *)
            INSERT INTO pfa_write_queue
              (id, organization_id, pfa_id, modification_id, author_id, job_id, status, outcome, completed_at)
            SELECT commit_number, 'RIO', 'R-1', modification_id, author_id, gen_random_uuid(), '%s', %s, %s FROM edit
            """
                .formatted(status, outcome, completed))
        .update();
  }

  private void log(int lines, String at) {
    sql.sql(
            """
            INSERT INTO pfa_sync_log (organization_id, logged_at, direction, outcome, message)
            SELECT 'RIO', %s, 'write', 'synced', 'x' FROM generate_series(1, %d)
            """
                .formatted(at, lines))
        .update();
  }

  private void read(String organization, String type, String status, int days, boolean watermark) {
    sql.sql(
            """
            INSERT INTO pfa_read_sync
              (organization_id, sync_type, trigger, status, phase, started_at, completed_at, error, pems_time)
            SELECT :org, :type, 'schedule', :status, 'done', at, at,
                   CASE WHEN :status = 'failed' THEN '{"code": "x", "detail": "x"}'::jsonb END,
                   CASE WHEN :watermark THEN at END
              FROM (SELECT clock_timestamp() - make_interval(days => :days, mins => 5) AS at) t
            """)
        .param("org", organization)
        .param("type", type)
        .param("status", status)
        .param("days", days)
        .param("watermark", watermark)
        .update();
  }

  private void reconciliation(int days) {
    sql.sql(
            """
            INSERT INTO pfa_reconciliation (organization_id, trigger, status, started_at, completed_at)
            SELECT 'RIO', 'schedule', 'completed', at, at
              FROM (SELECT clock_timestamp() - make_interval(days => ?) AS at) t
            """)
        .param(days)
        .update();
  }

  private List<String> texts(String query) {
    return sql.sql(query).query(String.class).list();
  }

  private long count(String table) {
    return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }
}
