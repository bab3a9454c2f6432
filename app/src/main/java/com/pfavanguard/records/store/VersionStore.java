package com.pfavanguard.records.store;

import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.domain.RecordVersion;
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
        SELECT version, change_source, author, reason, modification_id, recorded_at, %1$s,
               change_source = 'removed' AS content
          FROM pfa_mirror_history WHERE organization_id = :org AND pfa_id = :id
        UNION ALL
        SELECT version, 'read', NULL, NULL, NULL, refreshed_at, %1$s, false
          FROM pfa_mirror m WHERE organization_id = :org AND pfa_id = :id
           AND NOT EXISTS (SELECT FROM pfa_mirror_history h
                            WHERE h.organization_id = m.organization_id AND h.pfa_id = m.pfa_id
                              AND h.version = m.version)) v
       ORDER BY version DESC, content, change_source DESC, recorded_at DESC
       LIMIT :limit
      """
          .formatted(COLUMNS);

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
                    SqlValues.read(row)))
        .list();
  }
}
