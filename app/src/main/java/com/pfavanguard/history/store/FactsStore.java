package com.pfavanguard.history.store;

import com.pfavanguard.history.domain.SyncFacts;
import com.pfavanguard.history.domain.SyncFacts.Mirrored;
import com.pfavanguard.identity.OrganizationAccess;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Gathers the facts of one record. One statement over the tables of several modules, so that all
 * facts are of one moment. Call inside a transaction of the organization.
 */
@Repository
public class FactsStore {
  /**
   * The edit shown is the one that the grid shows: the same order of states, the caller's first.
   */
  private static final String FACTS =
      """
      SELECT clock_timestamp() AS now, m.version, m.refreshed_at, m.removed_at,
             EXISTS (SELECT FROM pfa_read_sync r WHERE r.organization_id = :org AND r.status = 'completed') AS ever_read,
             e.modification_id, e.sync_status, e.author_id = :me AS own, author.username AS author, e.base_version,
             e.updated_at, e.synced_version, e.superseded_by,
             e.overtook, coalesce(closer.username, author.username) AS closed_by,
             e.discard_reason,
             q.id AS queue_id, q.status AS queue_status, q.attempts, q.scheduled_at, q.leased_until, q.lease_owner,
             q.last_error ->> 'code' AS error_code, q.last_error ->> 'message' AS error_message,
             earlier.username AS earlier_author, coalesce(line.ahead, 0) AS ahead,
             c.conflict_id, c.fields, c.pems_changed_by, proposer.username AS proposed_by,
             coalesce(p.proposed_by = :me, false) AS proposal_is_own,
             coalesce(f.enabled, false) AS auto_sync, NOT coalesce(o.enabled, true) AS paused,
             EXISTS (SELECT FROM worker_heartbeat w
                      WHERE w.beat_at > clock_timestamp() - interval '30 seconds') AS worker_lives,
             held.fields AS held_fields,
             coalesce(line_to_pems.probe_at, line_to_pems.write_probe_at) AS probe_at, line_to_pems.held_until
        FROM (VALUES (1)) AS one
        LEFT JOIN pfa_mirror m ON m.organization_id = :org AND m.pfa_id = :id
        LEFT JOIN LATERAL (
          SELECT * FROM pfa_modification x
           WHERE x.organization_id = :org AND x.pfa_id = :id AND (x.sync_status <> 'draft' OR x.author_id = :me)
             AND CASE WHEN :modification::uuid IS NOT NULL THEN x.modification_id = :modification::uuid
                      ELSE x.sync_status IN ('draft', 'queued', 'syncing', 'conflict', 'awaiting_approval', 'failed')
                        OR (x.sync_status = 'synced' AND x.overtook > 0 AND x.synced_version = m.version) END
           ORDER BY array_position(
                      ARRAY['draft', 'syncing', 'queued', 'conflict', 'awaiting_approval', 'failed'], x.sync_status),
                    (x.author_id = :me) DESC, x.commit_number
           LIMIT 1) e ON true
        LEFT JOIN user_account author ON author.id = e.author_id
        LEFT JOIN user_account closer ON closer.id = e.discarded_by
        LEFT JOIN LATERAL (
          SELECT * FROM pfa_write_queue x WHERE x.modification_id = e.modification_id
           ORDER BY x.id DESC LIMIT 1) q ON true
        LEFT JOIN LATERAL (
          SELECT u.username FROM pfa_write_queue x JOIN user_account u ON u.id = x.author_id
           WHERE x.organization_id = :org AND x.pfa_id = :id AND x.status IN ('pending', 'processing')
             AND x.id <> q.id AND (x.status = 'processing' OR x.id < q.id)
           ORDER BY x.id LIMIT 1) earlier ON true
        LEFT JOIN LATERAL (
          SELECT count(*) AS ahead FROM pfa_write_queue x
           WHERE q.status = 'pending' AND x.organization_id = :org AND x.status = 'pending'
             AND (x.priority, x.scheduled_at, x.id) < (q.priority, q.scheduled_at, q.id)) line ON true
        LEFT JOIN pfa_sync_conflict c ON c.modification_id = e.modification_id AND c.status = 'unresolved'
        LEFT JOIN pfa_resolution_proposal p ON p.conflict_id = c.conflict_id AND p.decided_at IS NULL
        LEFT JOIN user_account proposer ON proposer.id = p.proposed_by
        LEFT JOIN feature_flags f ON f.flag_name = 'auto_sync'
        LEFT JOIN feature_flag_override o ON o.flag_name = 'auto_sync' AND o.organization_id = :org
        LEFT JOIN organization t ON t.id = :org
        LEFT JOIN LATERAL (
          SELECT array_agg(h.field ORDER BY h.field) AS fields
            FROM pems_schema_hold h
           WHERE h.connection_id = t.pems_connection AND h.cleared_at IS NULL
             AND jsonb_exists(coalesce(e.payload, e.delta), h.field)) held ON true
        LEFT JOIN pems_connection_state line_to_pems ON line_to_pems.connection_id = t.pems_connection
      """;

  private final JdbcClient jdbc;

  FactsStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The facts, or nothing when there is no such record.
   *
   * @param modificationId the edit to explain; null for the one that is open
   */
  public Optional<SyncFacts> find(
      OrganizationAccess access, String pfaId, @Nullable UUID modificationId) {
    return jdbc.sql(FACTS)
        .param("org", access.organizationId())
        .param("id", pfaId)
        .param("me", access.caller().userId())
        .param("modification", modificationId == null ? null : modificationId.toString())
        .query((row, number) -> Optional.ofNullable(facts(row, access)))
        .single();
  }

  private static @Nullable SyncFacts facts(ResultSet row, OrganizationAccess access)
      throws SQLException {
    Mirrored record = record(row);
    return record == null
        ? null
        : new SyncFacts(
            moment(row, "now"),
            record,
            edit(row),
            queue(row, access),
            conflict(row),
            surroundings(row));
  }

  private static @Nullable Mirrored record(ResultSet row) throws SQLException {
    long version = row.getLong("version");
    if (row.wasNull()) {
      return row.getBoolean("ever_read") ? null : new Mirrored.NeverRead();
    }
    Instant removedAt = momentOrNull(row, "removed_at");
    return removedAt == null
        ? new Mirrored.Present(version, moment(row, "refreshed_at"))
        : new Mirrored.Removed(version, removedAt);
  }

  private static SyncFacts.@Nullable Edit edit(ResultSet row) throws SQLException {
    UUID id = row.getObject("modification_id", UUID.class);
    return id == null
        ? null
        : new SyncFacts.Edit(
            id,
            SyncFacts.Status.valueOf(row.getString("sync_status")),
            row.getBoolean("own"),
            row.getString("author"),
            row.getLong("base_version"),
            moment(row, "updated_at"),
            row.getObject("synced_version", Long.class),
            row.getLong("overtook"),
            row.getString("closed_by"),
            row.getObject("superseded_by", UUID.class),
            row.getString("discard_reason"));
  }

  private static SyncFacts.@Nullable Queued queue(ResultSet row, OrganizationAccess access)
      throws SQLException {
    String said = row.getString("error_message");
    String status = row.getString("queue_status");
    return status == null
        ? null
        : new SyncFacts.Queued(
            row.getLong("queue_id"),
            status,
            row.getInt("attempts"),
            moment(row, "scheduled_at"),
            momentOrNull(row, "leased_until"),
            row.getString("lease_owner"),
            row.getString("error_code"),
            said == null ? null : access.wordsOfPems(said),
            row.getString("earlier_author"),
            row.getLong("ahead"));
  }

  private static SyncFacts.@Nullable Conflict conflict(ResultSet row) throws SQLException {
    UUID id = row.getObject("conflict_id", UUID.class);
    return id == null
        ? null
        : new SyncFacts.Conflict(
            id,
            names(row, "fields"),
            row.getString("pems_changed_by"),
            row.getString("proposed_by"),
            row.getBoolean("proposal_is_own"));
  }

  private static SyncFacts.Surroundings surroundings(ResultSet row) throws SQLException {
    return new SyncFacts.Surroundings(
        row.getBoolean("auto_sync"),
        row.getBoolean("paused"),
        row.getBoolean("worker_lives"),
        names(row, "held_fields"),
        momentOrNull(row, "probe_at"),
        momentOrNull(row, "held_until"),
        null);
  }

  private static List<String> names(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
