package com.pfavanguard.ingest.store;

import com.pfavanguard.kernel.PfaField;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes staged rows into the mirror, with history. Which rows change stands in a temporary table
 * {@code affected (pfa_id, missing)}, their mirror rows locked; records that the mirror does not
 * know are all inserted. Runs inside the caller's transaction.
 */
final class MirrorChanges {
  private static final String COLUMNS = StagingRows.COLUMNS;

  /** The version before the first change that we see of a record. */
  private static final String KEEP_FIRST_VERSION =
      """
      INSERT INTO pfa_mirror_history (organization_id, pfa_id, version, change_source, recorded_at, %1$s)
      SELECT m.organization_id, m.pfa_id, m.version, 'read', m.refreshed_at, %2$s
        FROM affected a JOIN pfa_mirror m ON m.organization_id = :organization AND m.pfa_id = a.pfa_id
       WHERE NOT EXISTS (SELECT FROM pfa_mirror_history h
                          WHERE h.organization_id = m.organization_id AND h.pfa_id = m.pfa_id)
      """
          .formatted(COLUMNS, of("m"));

  private static final String UPDATE_CHANGED =
      """
      UPDATE pfa_mirror m
         SET version = s.version, content_hash = s.content_hash, refreshed_at = clock_timestamp(), removed_at = NULL,
             %s
        FROM affected a JOIN staging s ON s.pfa_id = a.pfa_id
       WHERE NOT a.missing AND m.organization_id = :organization AND m.pfa_id = a.pfa_id
      """
          .formatted(
              PfaField.ALL.stream()
                  .map(field -> field.column() + " = s." + field.column())
                  .collect(Collectors.joining(", ")));

  private static final String MARK_REMOVED =
      """
      UPDATE pfa_mirror m SET removed_at = clock_timestamp()
        FROM affected a
       WHERE a.missing AND m.organization_id = :organization AND m.pfa_id = a.pfa_id
      """;

  /** After the updates: the mirror holds the new image, and of a removed record the last one. */
  private static final String ADD_HISTORY =
      """
      INSERT INTO pfa_mirror_history (organization_id, pfa_id, version, change_source, %1$s)
      SELECT m.organization_id, m.pfa_id, m.version, CASE WHEN a.missing THEN 'removed' ELSE 'read' END, %2$s
        FROM affected a JOIN pfa_mirror m ON m.organization_id = :organization AND m.pfa_id = a.pfa_id
      """
          .formatted(COLUMNS, of("m"));

  private static final String INSERT_NEW =
      """
      INSERT INTO pfa_mirror (organization_id, pfa_id, version, content_hash, %1$s)
      SELECT :organization, s.pfa_id, s.version, s.content_hash, %2$s
        FROM staging s
       WHERE NOT EXISTS (SELECT FROM pfa_mirror m
                          WHERE m.organization_id = :organization AND m.pfa_id = s.pfa_id)
          ON CONFLICT DO NOTHING
      """
          .formatted(COLUMNS, of("s"));

  private final JdbcClient jdbc;
  private final String organizationId;

  MirrorChanges(JdbcClient jdbc, String organizationId) {
    this.jdbc = jdbc;
    this.organizationId = organizationId;
  }

  /** How many rows of the mirror came, changed and went. */
  record Applied(long inserted, long changed, long removed) {}

  Applied apply() {
    run(KEEP_FIRST_VERSION);
    long changed = run(UPDATE_CHANGED);
    long removed = run(MARK_REMOVED);
    run(ADD_HISTORY);
    return new Applied(run(INSERT_NEW), changed, removed);
  }

  private int run(String sql) {
    return jdbc.sql(sql).param("organization", organizationId).update();
  }

  private static String of(String table) {
    return PfaField.ALL.stream()
        .map(field -> table + "." + field.column())
        .collect(Collectors.joining(", "));
  }
}
