package com.pfavanguard.ingest.store;

import com.pfavanguard.kernel.PfaField;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the whole mirror with a complete staging, set-based, and heals where the mirror is
 * behind or was altered and no edit of ours is on its way. Compares values, not their hashes:
 * whoever alters a row by hand leaves its hash. Rows that changed while PEMS was read are in
 * motion, no drift. Runs inside the caller's transaction.
 */
final class MirrorComparison {
  /** What planners see; PEMS's own bookkeeping is left out. */
  private static final List<PfaField> CONTENT =
      PfaField.ALL.stream().filter(field -> !field.bookkeeping()).toList();

  private static final String FIND =
      """
      CREATE TEMP TABLE drift ON COMMIT DROP AS
      SELECT d.*, d.cause IN ('behind', 'altered') AS heal FROM (
        SELECT coalesce(m.pfa_id, s.pfa_id) AS pfa_id, m.pfa_id IS NOT NULL AS known,
               CASE WHEN s.pfa_id IS NULL THEN 'extra'
                    WHEN m.pfa_id IS NULL OR m.removed_at IS NOT NULL THEN 'missing'
                    WHEN (%s) IS DISTINCT FROM (%s) THEN 'field_differs'
                    WHEN m.version <> s.version THEN 'version_differs' END AS drift,
               CASE WHEN s.pfa_id IS NULL THEN 'gone_from_pems'
                    WHEN m.pfa_id IS NULL OR m.removed_at IS NOT NULL THEN 'behind'
                    WHEN EXISTS (SELECT FROM pfa_modification e
                                  WHERE e.organization_id = :organization AND e.pfa_id = m.pfa_id
                                    AND e.sync_status IN ('queued', 'syncing')) THEN 'own_edit_pending'
                    WHEN s.version < m.version THEN 'ahead'
                    WHEN s.version = m.version THEN 'altered'
                    ELSE 'behind' END AS cause
          FROM (SELECT * FROM pfa_mirror WHERE organization_id = :organization) m
          FULL JOIN staging s ON s.pfa_id = m.pfa_id
         WHERE (m.refreshed_at IS NULL OR m.refreshed_at < :began)
           AND NOT (s.pfa_id IS NULL AND m.removed_at IS NOT NULL)) d
       WHERE d.drift IS NOT NULL
      """
          .formatted(columns("m"), columns("s"));

  /** In key order, like every other writer of the mirror. */
  private static final String LOCK =
      """
      CREATE TEMP TABLE affected ON COMMIT DROP AS
      SELECT m.pfa_id, false AS missing
        FROM drift d JOIN pfa_mirror m ON m.organization_id = :organization AND m.pfa_id = d.pfa_id
       WHERE d.heal AND m.refreshed_at < :began
       ORDER BY m.organization_id, m.pfa_id
         FOR NO KEY UPDATE OF m
      """;

  /** Rows that came in motion before they were locked are no longer drift. */
  private static final String TELL =
      """
      INSERT INTO pfa_reconciliation_drift
        (reconciliation_id, organization_id, pfa_id, drift, cause, healed, mirror_version, pems_version, mirror, pems)
      SELECT :id, :organization, d.pfa_id, d.drift, d.cause, d.heal,
             CASE WHEN m.removed_at IS NULL THEN m.version END, s.version,
             coalesce(f.mine, '{}'), coalesce(f.theirs, '{}')
        FROM drift d
        LEFT JOIN affected a ON a.pfa_id = d.pfa_id
        LEFT JOIN pfa_mirror m ON m.organization_id = :organization AND m.pfa_id = d.pfa_id
        LEFT JOIN staging s ON s.pfa_id = d.pfa_id
        LEFT JOIN LATERAL (
          SELECT jsonb_object_agg(name, mine) AS mine, jsonb_object_agg(name, theirs) AS theirs
            FROM (VALUES %s) AS v(name, mine, theirs, differs)
           WHERE differs AND d.drift = 'field_differs') f ON true
       WHERE NOT (d.heal AND d.known AND a.pfa_id IS NULL)
       ORDER BY d.pfa_id
      """
          .formatted(
              CONTENT.stream()
                  .map(
                      field ->
                          "('%1$s', m.%2$s::text, s.%2$s::text, m.%2$s IS DISTINCT FROM s.%2$s)"
                              .formatted(field.apiName(), field.column()))
                  .collect(Collectors.joining(", ")));

  private static final String COUNT =
      """
      SELECT count(*) FILTER (WHERE drift = 'missing') AS missing,
             count(*) FILTER (WHERE drift = 'extra') AS extra,
             count(*) FILTER (WHERE drift = 'field_differs') AS field_differs,
             count(*) FILTER (WHERE drift = 'version_differs') AS version_differs,
             count(*) FILTER (WHERE healed) AS healed
        FROM pfa_reconciliation_drift WHERE reconciliation_id = ?
      """;

  private final JdbcClient jdbc;
  private final String organizationId;
  private final OffsetDateTime began;

  MirrorComparison(JdbcClient jdbc, String organizationId, OffsetDateTime began) {
    this.jdbc = jdbc;
    this.organizationId = organizationId;
    this.began = began;
  }

  DriftCounts apply(UUID reconciliationId) {
    run(FIND, reconciliationId);
    run(LOCK, reconciliationId);
    run(TELL, reconciliationId);
    new MirrorChanges(jdbc, organizationId).apply();
    return jdbc.sql(COUNT).param(reconciliationId).query(DriftCounts.class).single();
  }

  private void run(String sql, UUID reconciliationId) {
    jdbc.sql(sql)
        .param("organization", organizationId)
        .param("began", began)
        .param("id", reconciliationId)
        .update();
  }

  private static String columns(String table) {
    return CONTENT.stream()
        .map(field -> table + "." + field.column())
        .collect(Collectors.joining(", "));
  }
}
