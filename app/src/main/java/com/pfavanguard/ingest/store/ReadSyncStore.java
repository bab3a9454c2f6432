package com.pfavanguard.ingest.store;

import com.pfavanguard.ingest.ReadWish;
import com.pfavanguard.ingest.SyncCounts;
import com.pfavanguard.ingest.SyncError;
import com.pfavanguard.ingest.SyncRun;
import com.pfavanguard.kernel.Role;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The runs, in pfa_read_sync and the sync log. Call inside a transaction of their organization. */
@Repository
@Role.Server
public class ReadSyncStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  ReadSyncStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when one runs already. */
  public Optional<UUID> begin(ReadWish wish) {
    ReadWish.Confirmation confirmation = wish.confirmation();
    return jdbc.sql(
            """
            INSERT INTO pfa_read_sync (organization_id, sync_type, trigger, status, phase, requested_by, confirmed_removals, reason)
            VALUES (:organization, :type, :trigger, 'running', 'counting', :user, :removals, :reason)
                ON CONFLICT (organization_id) WHERE status = 'running' DO NOTHING
            RETURNING sync_id
            """)
        .param("organization", wish.organizationId())
        .param("type", wish.type().name())
        .param("trigger", wish.trigger().name())
        .param("user", wish.requestedBy(), Types.OTHER)
        .param("removals", confirmation == null ? null : confirmation.removals(), Types.BIGINT)
        .param("reason", confirmation == null ? null : confirmation.reason(), Types.VARCHAR)
        .query(UUID.class)
        .optional();
  }

  public Optional<UUID> findRunning(String organizationId) {
    return jdbc.sql(
            "SELECT sync_id FROM pfa_read_sync WHERE organization_id = ? AND status = 'running'")
        .param(organizationId)
        .query(UUID.class)
        .optional();
  }

  public Optional<Instant> lastCompleted(String organizationId) {
    return jdbc.sql(
            """
            SELECT completed_at FROM pfa_read_sync
             WHERE organization_id = ? AND status = 'completed' ORDER BY started_at DESC LIMIT 1
            """)
        .param(organizationId)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  public Optional<SyncRun> find(UUID syncId) {
    return jdbc.sql(
            """
            SELECT *, extract(epoch FROM coalesce(completed_at, clock_timestamp()) - started_at) AS seconds
              FROM pfa_read_sync WHERE sync_id = ?
            """)
        .param(syncId)
        .query(SyncRunRow::read)
        .optional();
  }

  /**
   * @return false when the run was given up meanwhile
   */
  public boolean saveProgress(UUID syncId, SyncRun.Phase phase, SyncCounts counts) {
    return jdbc.sql(
                """
                UPDATE pfa_read_sync
                   SET phase = :phase, expected_rows = :expected, rows_read = :rows, pages_read = :pages,
                       passes = :passes, heartbeat_at = clock_timestamp()
                 WHERE sync_id = :id AND status = 'running'
                """)
            .param("phase", phase.name())
            .param("expected", counts.expectedRows(), Types.BIGINT)
            .param("rows", counts.rowsRead())
            .param("pages", counts.pagesRead())
            .param("passes", counts.passes())
            .param("id", syncId)
            .update()
        == 1;
  }

  /**
   * @param watermark up to when, by PEMS's clock, every change was read; null when nobody can say
   * @return false when the run was given up meanwhile: then its merge must not stand
   */
  public boolean complete(UUID syncId, SyncCounts counts, @Nullable Instant watermark) {
    return jdbc.sql(
                """
                UPDATE pfa_read_sync
                   SET status = 'completed', phase = 'done', completed_at = clock_timestamp(),
                       rows_read = :rows, pages_read = :pages, passes = :passes, caught_up = :caughtUp,
                       inserted = :inserted, changed = :changed, unchanged = :unchanged, removed = :removed,
                       pems_time = :watermark::timestamptz
                 WHERE sync_id = :id AND status = 'running'
                """)
            .param("rows", counts.rowsRead())
            .param("pages", counts.pagesRead())
            .param("passes", counts.passes())
            .param("caughtUp", counts.caughtUp())
            .param("inserted", counts.inserted())
            .param("changed", counts.changed())
            .param("unchanged", counts.unchanged())
            .param("removed", counts.removed())
            .param("watermark", watermark == null ? null : watermark.toString())
            .param("id", syncId)
            .update()
        == 1;
  }

  /** Does nothing to a run that ended already. */
  public void fail(UUID syncId, SyncError error) {
    jdbc.sql(
            """
            UPDATE pfa_read_sync SET status = 'failed', completed_at = clock_timestamp(), error = ?::jsonb
             WHERE sync_id = ? AND status = 'running'
            """)
        .params(JSON.writeValueAsString(error), syncId)
        .update();
  }

  /** Runs of a server that died: nobody beats their heart. */
  public void failAbandoned(Duration silence, SyncError error) {
    jdbc.sql(
            """
            UPDATE pfa_read_sync SET status = 'failed', completed_at = clock_timestamp(), error = ?::jsonb
             WHERE status = 'running' AND heartbeat_at < clock_timestamp() - make_interval(secs => ?)
            """)
        .params(JSON.writeValueAsString(error), silence.toSeconds())
        .update();
  }

  /**
   * Up to when, by PEMS's clock, completed reads have seen every change; empty before the first.
   */
  public Optional<Instant> lastPemsTime(String organizationId) {
    return jdbc.sql(
            """
            SELECT pems_time FROM pfa_read_sync
             WHERE organization_id = ? AND status = 'completed' AND pems_time IS NOT NULL
             ORDER BY started_at DESC LIMIT 1
            """)
        .param(organizationId)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  public void log(String organizationId, UUID syncId, String outcome, String message) {
    jdbc.sql(
            """
            INSERT INTO pfa_sync_log (organization_id, direction, outcome, sync_id, message)
            VALUES (?, 'read', ?, ?, ?)
            """)
        .params(organizationId, outcome, syncId, message)
        .update();
  }
}
