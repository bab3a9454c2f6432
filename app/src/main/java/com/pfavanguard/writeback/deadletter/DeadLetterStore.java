package com.pfavanguard.writeback.deadletter;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Failed rows of the queue. Call inside a transaction of their organizations. */
@Repository
class DeadLetterStore {
  private final JdbcClient jdbc;

  DeadLetterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Up to {@code limit} dead letters, newest first. */
  List<DeadLetter> findPage(
      Collection<String> organizations,
      @Nullable String cause,
      @Nullable DeadLetterCursor after,
      int limit) {
    return jdbc.sql(
            DeadLetterRows.SELECT
                + """
                 WHERE q.status = 'failed' AND q.organization_id = ANY (:organizations)
                   AND (:cause::text IS NULL OR coalesce(q.last_error ->> 'code', 'unknown') = :cause)
                   AND (:at::timestamptz IS NULL OR (q.completed_at, q.id) < (:at, :id))
                 ORDER BY q.completed_at DESC, q.id DESC LIMIT :limit
                """)
        .param("organizations", organizations.toArray(String[]::new))
        .param("cause", cause)
        .param(
            "at",
            after == null ? null : after.failedAt().atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", after == null ? null : after.id(), Types.BIGINT)
        .param("limit", limit)
        .query(DeadLetterRows::read)
        .list();
  }

  /** How many there are by cause, the commonest first. */
  Map<String, Long> countByCause(Collection<String> organizations) {
    Map<String, Long> counts = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT coalesce(last_error ->> 'code', 'unknown') AS cause, count(*) AS letters FROM pfa_write_queue
             WHERE status = 'failed' AND organization_id = ANY (:organizations) GROUP BY 1 ORDER BY 2 DESC, 1
            """)
        .param("organizations", organizations.toArray(String[]::new))
        .query(
            row -> {
              counts.put(row.getString("cause"), row.getLong("letters"));
            });
    return counts;
  }

  /** A queue row, failed or not. */
  record Row(String organizationId, String status) {}

  /** Nobody else changes the row meanwhile. */
  Optional<Row> lock(Collection<String> organizations, long id) {
    return jdbc.sql(
            """
            SELECT organization_id, status FROM pfa_write_queue
             WHERE id = :id AND organization_id = ANY (:organizations) FOR UPDATE
            """)
        .param("id", id)
        .param("organizations", organizations.toArray(String[]::new))
        .query(Row.class)
        .optional();
  }

  /** A failed row. */
  DeadLetter find(long id) {
    return jdbc.sql(DeadLetterRows.SELECT + " WHERE q.id = ?")
        .param(id)
        .query(DeadLetterRows::read)
        .single();
  }

  /** Those of one cause, oldest commit first; locked. */
  List<DeadLetter> lockByCause(String organizationId, String cause, int limit) {
    return jdbc.sql(
            DeadLetterRows.SELECT
                + """
                 WHERE q.status = 'failed' AND q.organization_id = :org
                   AND coalesce(q.last_error ->> 'code', 'unknown') = :cause
                 ORDER BY q.id LIMIT :limit FOR UPDATE OF q
                """)
        .param("org", organizationId)
        .param("cause", cause)
        .param("limit", limit)
        .query(DeadLetterRows::read)
        .list();
  }

  /**
   * Puts rows back in their old place of the commit order, with all their tries; an edit that waits
   * behind one of them waits again.
   */
  void replay(List<DeadLetter> letters) {
    jdbc.sql(
            """
            UPDATE pfa_write_queue
               SET status = 'pending', completed_at = NULL, attempts = 0, deferrals = 0, replays = replays + 1,
                   scheduled_at = clock_timestamp()
             WHERE id = ANY (:ids) AND status = 'failed'
            """)
        .param("ids", ids(letters))
        .update();
  }

  void discard(List<DeadLetter> letters) {
    jdbc.sql(
            """
            UPDATE pfa_write_queue SET status = 'completed', outcome = 'discarded', completed_at = clock_timestamp()
             WHERE id = ANY (:ids) AND status = 'failed'
            """)
        .param("ids", ids(letters))
        .update();
  }

  private static Long[] ids(List<DeadLetter> letters) {
    return letters.stream().map(DeadLetter::id).toArray(Long[]::new);
  }
}
