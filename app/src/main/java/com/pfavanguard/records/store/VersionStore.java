package com.pfavanguard.records.store;

import com.pfavanguard.kernel.FieldJson;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.RecordVersion;
import com.pfavanguard.records.SyncStatus;
import com.pfavanguard.records.WrittenEdit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of a record, newest first. */
@Repository
public class VersionStore {
  private static final String COLUMNS =
      PfaField.ALL.stream().map(PfaField::column).collect(Collectors.joining(", "));

  /**
   * A record that never changed has its one version in the mirror only; a read and our write of one
   * version are one.
   */
  private static final String VERSIONS =
      """
      SELECT DISTINCT ON (version, content) * FROM (
        SELECT version, change_source, author, reason, modification_id, recorded_at,
               coalesce((SELECT e.overtook FROM pfa_modification e WHERE e.modification_id = x.modification_id), 0)
                 AS overtook, %1$s,
               change_source = 'removed' AS content
          FROM pfa_mirror_history x WHERE organization_id = :org AND pfa_id = :id
        UNION ALL
        SELECT version, 'read', NULL, NULL, NULL, refreshed_at, 0, %1$s, false
          FROM pfa_mirror m WHERE organization_id = :org AND pfa_id = :id
           AND NOT EXISTS (SELECT FROM pfa_mirror_history h
                            WHERE h.organization_id = m.organization_id AND h.pfa_id = m.pfa_id
                              AND h.version = m.version)) v
       ORDER BY version DESC, content, change_source DESC, recorded_at DESC
       LIMIT :limit
      """
          .formatted(COLUMNS);

  /** The version an edit made, and the one that was there before it. */
  private static final String WRITTEN =
      """
      SELECT m.modification_id, m.pfa_id, m.sync_status, coalesce(m.payload, m.delta) AS payload, w.version,
             (SELECT max(b.version) FROM pfa_mirror_history b
               WHERE b.organization_id = m.organization_id AND b.pfa_id = m.pfa_id AND b.version < w.version)
               AS version_before
        FROM pfa_modification m
        LEFT JOIN LATERAL (
          SELECT max(h.version) AS version FROM pfa_mirror_history h
           WHERE h.organization_id = m.organization_id AND h.pfa_id = m.pfa_id
             AND h.modification_id = m.modification_id AND h.change_source = 'write') w ON true
       WHERE m.organization_id = :org AND m.job_id = :job
       ORDER BY m.pfa_id, m.commit_number
      """;

  private final JdbcClient jdbc;

  VersionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<RecordVersion> findVersions(String organizationId, String pfaId, int limit) {
    return jdbc.sql(VERSIONS)
        .param("org", organizationId)
        .param("id", pfaId)
        .param("limit", limit)
        .query(
            (row, number) ->
                new RecordVersion(
                    row.getLong("version"),
                    row.getString("change_source"),
                    row.getString("author"),
                    row.getString("reason"),
                    row.getObject("modification_id", UUID.class),
                    row.getTimestamp("recorded_at").toInstant(),
                    row.getLong("overtook"),
                    SqlValues.read(row)))
        .list();
  }

  public List<WrittenEdit> findWritten(String organizationId, UUID jobId) {
    return jdbc.sql(WRITTEN)
        .param("org", organizationId)
        .param("job", jobId)
        .query(
            (row, number) ->
                new WrittenEdit(
                    row.getObject("modification_id", UUID.class),
                    row.getString("pfa_id"),
                    SyncStatus.valueOf(row.getString("sync_status")),
                    FieldJson.read(row.getString("payload")),
                    row.getObject("version", Long.class),
                    row.getObject("version_before", Long.class)))
        .list();
  }
}
