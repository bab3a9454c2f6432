package com.pfavanguard.ingest.store;

import com.pfavanguard.ingest.Drift;
import com.pfavanguard.ingest.Reconciliation;
import com.pfavanguard.ingest.SyncError;
import com.pfavanguard.ingest.SyncTrigger;
import com.pfavanguard.kernel.FieldJson;
import com.pfavanguard.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The comparisons and what they found. Call inside a transaction of their organization. */
@Repository
@Role.Server
public class ReconciliationStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  ReconciliationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when one runs already. */
  public Optional<UUID> begin(
      String organizationId, SyncTrigger trigger, @Nullable UUID requestedBy) {
    return jdbc.sql(
            """
            INSERT INTO pfa_reconciliation (organization_id, trigger, status, requested_by)
            VALUES (:organization, :trigger, 'running', :user)
                ON CONFLICT (organization_id) WHERE status = 'running' DO NOTHING
            RETURNING reconciliation_id
            """)
        .param("organization", organizationId)
        .param("trigger", trigger.name())
        .param("user", requestedBy, Types.OTHER)
        .query(UUID.class)
        .optional();
  }

  public Optional<UUID> findRunning(String organizationId) {
    return jdbc.sql(
            """
            SELECT reconciliation_id FROM pfa_reconciliation
             WHERE organization_id = ? AND status = 'running'
            """)
        .param(organizationId)
        .query(UUID.class)
        .optional();
  }

  public Optional<Reconciliation> find(UUID id) {
    return jdbc.sql("SELECT * FROM pfa_reconciliation WHERE reconciliation_id = ?")
        .param(id)
        .query(ReconciliationStore::read)
        .optional();
  }

  public List<Reconciliation> newest(String organizationId, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM pfa_reconciliation
             WHERE organization_id = ? ORDER BY started_at DESC LIMIT ?
            """)
        .params(organizationId, limit)
        .query(ReconciliationStore::read)
        .list();
  }

  public List<Drift> drifts(UUID id, long after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM pfa_reconciliation_drift
             WHERE reconciliation_id = ? AND drift_id > ? ORDER BY drift_id LIMIT ?
            """)
        .params(id, after, limit)
        .query(ReconciliationStore::readDrift)
        .list();
  }

  /** Says that a running one lives. */
  public void beat(UUID id) {
    jdbc.sql(
            """
            UPDATE pfa_reconciliation SET heartbeat_at = clock_timestamp()
             WHERE reconciliation_id = ? AND status = 'running'
            """)
        .param(id)
        .update();
  }

  /**
   * @return false when it was given up meanwhile: then nothing of it must stand
   */
  public boolean complete(UUID id, long compared, DriftCounts counts) {
    return jdbc.sql(
                """
                UPDATE pfa_reconciliation
                   SET status = 'completed', completed_at = clock_timestamp(), records_compared = ?,
                       missing = ?, extra = ?, field_differs = ?, version_differs = ?, healed = ?
                 WHERE reconciliation_id = ? AND status = 'running'
                """)
            .params(
                compared,
                counts.missing(),
                counts.extra(),
                counts.fieldDiffers(),
                counts.versionDiffers(),
                counts.healed(),
                id)
            .update()
        == 1;
  }

  /** Does nothing to one that ended already. */
  public void fail(UUID id, SyncError error) {
    jdbc.sql(
            """
            UPDATE pfa_reconciliation
               SET status = 'failed', completed_at = clock_timestamp(), error = ?::jsonb
             WHERE reconciliation_id = ? AND status = 'running'
            """)
        .params(JSON.writeValueAsString(error), id)
        .update();
  }

  /** Those of a server that died: nobody beats their heart. */
  public void failAbandoned(Duration silence, SyncError error) {
    jdbc.sql(
            """
            UPDATE pfa_reconciliation
               SET status = 'failed', completed_at = clock_timestamp(), error = ?::jsonb
             WHERE status = 'running' AND heartbeat_at < clock_timestamp() - make_interval(secs => ?)
            """)
        .params(JSON.writeValueAsString(error), silence.toSeconds())
        .update();
  }

  private static Reconciliation read(ResultSet row, int number) throws SQLException {
    Timestamp completed = row.getTimestamp("completed_at");
    String error = row.getString("error");
    return new Reconciliation(
        row.getObject("reconciliation_id", UUID.class),
        row.getString("organization_id"),
        SyncTrigger.valueOf(row.getString("trigger")),
        Reconciliation.Status.valueOf(row.getString("status")),
        row.getLong("records_compared"),
        row.getLong("missing"),
        row.getLong("extra"),
        row.getLong("field_differs"),
        row.getLong("version_differs"),
        row.getLong("healed"),
        row.getTimestamp("started_at").toInstant(),
        completed == null ? null : completed.toInstant(),
        error == null ? null : JSON.readValue(error, SyncError.class));
  }

  private static Drift readDrift(ResultSet row, int number) throws SQLException {
    return new Drift(
        row.getLong("drift_id"),
        row.getString("pfa_id"),
        Drift.Kind.valueOf(row.getString("drift")),
        Drift.Cause.valueOf(row.getString("cause")),
        row.getBoolean("healed"),
        row.getObject("mirror_version", Long.class),
        row.getObject("pems_version", Long.class),
        FieldJson.read(row.getString("mirror")),
        FieldJson.read(row.getString("pems")));
  }
}
