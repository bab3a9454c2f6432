package com.pfavanguard.ingest.store;

import com.pfavanguard.ingest.domain.SyncFailed;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
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
   * @param confirmedRemovals exactly so many go, whatever the share, because somebody said so; null
   *     when nobody did
   */
  public record Rules(
      String organizationId,
      boolean complete,
      long rows,
      double removableShare,
      @Nullable Long confirmedRemovals) {}

  /** How many rows of the mirror came, changed, stayed and went. */
  public record Result(long inserted, long changed, long unchanged, long removed) {}

  Result apply() {
    if (rules.complete() && rules.confirmedRemovals() == null) {
      refuseEmpty();
    }
    jdbc.sql(LOCK_AFFECTED)
        .param("organization", rules.organizationId())
        .param("began", began)
        .param("complete", rules.complete())
        .update();
    jdbc.sql("ANALYZE affected").update();
    if (rules.complete()) {
      refuseMassRemoval();
    }
    MirrorChanges.Applied applied = new MirrorChanges(jdbc, rules.organizationId()).apply();
    long unchanged = rules.rows() - applied.changed() - applied.inserted();
    return new Result(applied.inserted(), applied.changed(), unchanged, applied.removed());
  }

  private void refuseEmpty() {
    long live = liveRows();
    if (rules.rows() == 0 && live > 0) {
      throw SyncFailed.removing(
          "empty_answer",
          "PEMS says this organization has no records, while %,d are known. Nothing was changed."
              .formatted(live),
          live);
    }
  }

  private void refuseMassRemoval() {
    long missing =
        jdbc.sql("SELECT count(*) FROM affected WHERE missing").query(Long.class).single();
    long live = liveRows();
    Long confirmed = rules.confirmedRemovals();
    if (confirmed != null && confirmed != missing) {
      throw SyncFailed.removing(
          "removals_changed",
          "%,d of %,d records are gone from PEMS now, not the %,d that were confirmed. Nothing was changed."
              .formatted(missing, live, confirmed),
          missing);
    }
    double removable =
        Math.max(live * rules.removableShare(), (double) Math.min(ALWAYS_REMOVABLE, live - 1));
    if (confirmed == null && missing > removable) {
      throw SyncFailed.removing(
          "mass_removal",
          ("%,d of %,d records are gone from PEMS, more than the %.0f%% that one read may remove. Nothing was"
                  + " changed. If that is right, start a full read that confirms this number.")
              .formatted(missing, live, rules.removableShare() * 100),
          missing);
    }
  }

  private long liveRows() {
    return jdbc.sql(
            "SELECT count(*) FROM pfa_mirror WHERE organization_id = ? AND removed_at IS NULL")
        .param(rules.organizationId())
        .query(Long.class)
        .single();
  }
}
