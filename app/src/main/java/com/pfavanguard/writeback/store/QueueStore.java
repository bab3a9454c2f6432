package com.pfavanguard.writeback.store;

import com.pfavanguard.kernel.trace.Origin;
import com.pfavanguard.records.CommittedDraft;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The write queue as the server sees it: filling, hurrying, counting. Who changes several waiting
 * rows locks them in commit order, so that two who do wait for each other instead of failing.
 */
@Repository
public class QueueStore {
  private final JdbcClient jdbc;

  QueueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An earlier waiting edit, by the record it waits for. */
  private record Waiting(
      String pfaId,
      UUID modificationId,
      @Nullable String traceparent,
      @Nullable String traceLinks) {
    Superseded superseded() {
      return new Superseded(modificationId, QueuedTrace.origin(traceparent, traceLinks));
    }
  }

  /**
   * Takes the waiting edits of an author on these records out of the queue as superseded; one that
   * was ever claimed may have reached PEMS and stays.
   *
   * @return by record id
   */
  public Map<String, Superseded> supersedeWaiting(
      String organizationId, UUID authorId, Collection<String> pfaIds) {
    return jdbc
        .sql(
            """
            UPDATE pfa_write_queue
               SET status = 'completed', outcome = 'superseded', completed_at = clock_timestamp()
             WHERE id IN (SELECT id FROM pfa_write_queue
                           WHERE organization_id = :org AND author_id = :author AND pfa_id = ANY (:ids)
                             AND status = 'pending' AND started_at IS NULL
                           ORDER BY id FOR UPDATE)
            RETURNING pfa_id, modification_id, traceparent, trace_links
            """)
        .param("org", organizationId)
        .param("author", authorId)
        .param("ids", pfaIds.toArray(String[]::new))
        .query(Waiting.class)
        .stream()
        .collect(Collectors.toMap(Waiting::pfaId, Waiting::superseded));
  }

  /**
   * @param traces where the attempts of these edits belong, in their order
   */
  public void add(
      String organizationId,
      UUID authorId,
      UUID jobId,
      List<CommittedDraft> committed,
      List<Origin> traces) {
    jdbc.sql(
            """
            INSERT INTO pfa_write_queue (id, organization_id, pfa_id, modification_id, author_id, job_id,
                                         traceparent, trace_links)
            SELECT c.id, :org, c.pfa_id, c.modification_id, :author, :job, c.traceparent, c.trace_links
              FROM unnest(:numbers::bigint[], :ids::text[], :modifications::uuid[], :traceparents::text[], :links::text[])
                   AS c(id, pfa_id, modification_id, traceparent, trace_links)
            """)
        .param("org", organizationId)
        .param("author", authorId)
        .param("job", jobId)
        .param("numbers", committed.stream().map(CommittedDraft::commitNumber).toArray(Long[]::new))
        .param("ids", committed.stream().map(CommittedDraft::pfaId).toArray(String[]::new))
        .param(
            "modifications",
            committed.stream().map(CommittedDraft::modificationId).toArray(UUID[]::new))
        .param("traceparents", traces.stream().map(Origin::traceparent).toArray(String[]::new))
        .param("links", traces.stream().map(QueuedTrace::links).toArray(String[]::new))
        .update();
  }

  /**
   * Makes waiting edits due now. One that somebody has locked is just being claimed or replaced,
   * and needs no hurry.
   *
   * @param modificationIds which; null for all of the organization
   * @param priority 0 high, 1 normal, 2 low; null leaves it
   * @return how many wait
   */
  public int hurry(
      String organizationId, @Nullable List<UUID> modificationIds, @Nullable Integer priority) {
    return jdbc.sql(
            """
            UPDATE pfa_write_queue
               SET scheduled_at = least(scheduled_at, clock_timestamp()), priority = coalesce(:priority, priority)
             WHERE id IN (SELECT id FROM pfa_write_queue
                           WHERE organization_id = :org AND status = 'pending'
                             AND (:all OR modification_id = ANY (:ids))
                           ORDER BY id FOR UPDATE SKIP LOCKED)
            """)
        .param("org", organizationId)
        .param("priority", priority, java.sql.Types.SMALLINT)
        .param("all", modificationIds == null)
        .param("ids", modificationIds == null ? new UUID[0] : modificationIds.toArray(UUID[]::new))
        .update();
  }

  /** Waiting and in flight in the organization. */
  public long size(String organizationId) {
    return jdbc.sql(
            """
            SELECT count(*) FROM pfa_write_queue
             WHERE organization_id = ? AND status IN ('pending', 'processing')
            """)
        .param(organizationId)
        .query(Long.class)
        .single();
  }
}
