package com.pfavanguard.ingest.store;

import com.pfavanguard.ingest.domain.SyncFailed;
import com.pfavanguard.kernel.PfaField;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The set-based merge of staging into the mirror; runs inside the caller's transaction. Rows that
 * are as they were are never written. A mirror row that was refreshed after the read began changes
 * to a greater version only: else what refreshed it, an edit of ours, is newer than what was read.
 */
public final class MirrorMerge {
  /**
   * So many may go at once whatever the share: else one removal would block a small organization
   * for good.
   */
  private static final int ALWAYS_REMOVABLE = 3;

  private static final String COLUMNS = StagingRows.COLUMNS;

  /**
   * Every row that will change, locked in key order like every other writer of the mirror does: two
   * of them never wait for each other in a ring. A version goes back only in a complete read: then
   * PEMS was restored or the record made anew, for nothing of ours came later.
   */
  private static final String LOCK_AFFECTED =
      """
      CREATE TEMP TABLE affected ON COMMIT DROP AS
      SELECT m.pfa_id, s.pfa_id IS NULL AS missing
        FROM pfa_mirror m LEFT JOIN staging s ON s.pfa_id = m.pfa_id
       WHERE m.organization_id = :organization AND (m.refreshed_at < :began OR s.version > m.version)
         AND CASE WHEN s.pfa_id IS NULL THEN :complete AND m.removed_at IS NULL
                  ELSE m.removed_at IS NOT NULL
                    OR ((:complete OR s.version >= m.version)
                        AND (s.version, s.content_hash) IS DISTINCT FROM (m.version, m.content_hash)) END
       ORDER BY m.organization_id, m.pfa_id
         FOR NO KEY UPDATE OF m
      """;

  /** The version before the first change that we see of a record. */
  private static final String KEEP_FIRST_VERSION =
      """
      INSERT INTO pfa_mirror_history (organization_id, pfa_id, version, change_source, recorded_at, %1$s)
      SELECT m.organization_id, m.pfa_id, m.version, 'read', m.refreshed_at, %2$s
        FROM affected a JOIN pfa_mirror m ON m.organization_id = :organization AND m.pfa_id = a.pfa_id
       WHERE NOT EXISTS (SELECT FROM pfa_mirror_history h
                          WHERE h.organization_id = m.organization_id AND h.pfa_id = m.pfa_id)
      """
          .formatted(COLUMNS, from("m"));

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
                  .map(field -> field.column() + " = " + staged(field))
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
          .formatted(COLUMNS, from("m"));

  private static final String INSERT_NEW =
      """
      INSERT INTO pfa_mirror (organization_id, pfa_id, version, content_hash, %1$s)
      SELECT :organization, s.pfa_id, s.version, s.content_hash, %2$s
        FROM staging s
       WHERE NOT EXISTS (SELECT FROM pfa_mirror m
                          WHERE m.organization_id = :organization AND m.pfa_id = s.pfa_id)
          ON CONFLICT DO NOTHING
      """
          .formatted(
              COLUMNS,
              PfaField.ALL.stream().map(MirrorMerge::staged).collect(Collectors.joining(", ")));

  private final JdbcClient jdbc;
  private final Rules rules;
  private final OffsetDateTime began;

  MirrorMerge(JdbcClient jdbc, Rules rules, OffsetDateTime began) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.began = began;
  }

  /**
   * @param complete whether the rows are all there are, so that others are gone from PEMS
   * @param rows how many were staged
   * @param removableShare of the mirror's live rows that may go at once, 0 to 1
   */
  public record Rules(String organizationId, boolean complete, long rows, double removableShare) {}

  /** How many rows of the mirror came, changed, stayed and went. */
  public record Result(long inserted, long changed, long unchanged, long removed) {}

  Result apply() {
    if (rules.complete()) {
      refuseEmpty();
    }
    run(LOCK_AFFECTED);
    jdbc.sql("ANALYZE affected").update();
    if (rules.complete()) {
      refuseMassRemoval();
    }
    run(KEEP_FIRST_VERSION);
    long changed = run(UPDATE_CHANGED);
    long removed = run(MARK_REMOVED);
    run(ADD_HISTORY);
    long inserted = run(INSERT_NEW);
    return new Result(inserted, changed, rules.rows() - changed - inserted, removed);
  }

  private void refuseEmpty() {
    long live = liveRows();
    if (rules.rows() == 0 && live > 0) {
      throw new SyncFailed(
          "empty_answer",
          "PEMS says this organization has no records, while %,d are known. Nothing was changed."
              .formatted(live));
    }
  }

  private void refuseMassRemoval() {
    long missing =
        jdbc.sql("SELECT count(*) FROM affected WHERE missing").query(Long.class).single();
    long live = liveRows();
    double removable =
        Math.max(live * rules.removableShare(), (double) Math.min(ALWAYS_REMOVABLE, live - 1));
    if (missing > removable) {
      throw new SyncFailed(
          "mass_removal",
          "%,d of %,d records are gone from PEMS, more than the %.0f%% that one read may remove. Nothing was changed."
              .formatted(missing, live, rules.removableShare() * 100));
    }
  }

  private long liveRows() {
    return jdbc.sql(
            "SELECT count(*) FROM pfa_mirror WHERE organization_id = ? AND removed_at IS NULL")
        .param(rules.organizationId())
        .query(Long.class)
        .single();
  }

  private int run(String sql) {
    return jdbc.sql(sql)
        .param("organization", rules.organizationId())
        .param("began", began)
        .param("complete", rules.complete())
        .update();
  }

  private static String from(String table) {
    return PfaField.ALL.stream()
        .map(field -> table + "." + field.column())
        .collect(Collectors.joining(", "));
  }

  private static String staged(PfaField field) {
    return "s." + field.column();
  }
}
