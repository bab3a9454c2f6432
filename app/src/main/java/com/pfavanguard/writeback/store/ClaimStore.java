package com.pfavanguard.writeback.store;

import com.pfavanguard.records.Modifications;
import com.pfavanguard.records.QueuedEdit;
import com.pfavanguard.records.SyncStatus;
import com.pfavanguard.writeback.domain.Claim;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Leases on queue rows. All times are the database's. */
@Repository
public class ClaimStore {
  private final JdbcClient jdbc;
  private final Modifications modifications;

  ClaimStore(JdbcClient jdbc, Modifications modifications) {
    this.jdbc = jdbc;
    this.modifications = modifications;
  }

  private record Row(
      long id,
      UUID jobId,
      UUID modificationId,
      long leaseNumber,
      int attempts,
      OffsetDateTime createdAt) {}

  /**
   * Claims due rows in sets. A row is due when auto_sync runs for its organization and no earlier
   * edit of the same record is still open, whoever made it: that keeps the commit order per record.
   */
  public List<Claim> claim(String worker, Duration lease, int limit) {
    List<Row> rows =
        jdbc.sql(
                """
                WITH due AS (
                  SELECT q.id FROM pfa_write_queue q
                   WHERE q.status = 'pending' AND q.scheduled_at <= clock_timestamp()
                     AND auto_sync_runs(q.organization_id)
                     AND NOT EXISTS (
                       SELECT FROM pfa_write_queue earlier
                        WHERE earlier.organization_id = q.organization_id AND earlier.pfa_id = q.pfa_id
                          AND (earlier.status = 'processing'
                            OR (earlier.status = 'pending' AND earlier.id < q.id)))
                   ORDER BY q.priority, q.scheduled_at, q.id
                   LIMIT :limit FOR UPDATE OF q SKIP LOCKED
                )
                UPDATE pfa_write_queue q
                   SET status = 'processing', lease_owner = :worker, lease_number = lease_number + 1,
                       leased_until = clock_timestamp() + :lease::interval,
                       started_at = coalesce(started_at, clock_timestamp())
                  FROM due WHERE q.id = due.id
                RETURNING q.id, q.job_id, q.modification_id, q.lease_number, q.attempts, q.created_at
                """)
            .param("limit", limit)
            .param("worker", worker)
            .param("lease", lease.toString())
            .query(Row.class)
            .list();
    List<UUID> ids = rows.stream().map(Row::modificationId).toList();
    modifications.move(ids, SyncStatus.syncing);
    Map<UUID, QueuedEdit> edits = modifications.findQueued(ids);
    return rows.stream().map(row -> claim(row, edits)).toList();
  }

  /**
   * Extends the leases of rows that are still being written; one that is being completed needs
   * none.
   */
  public void renew(Collection<Claim> claims, Duration lease) {
    jdbc.sql(
            """
            UPDATE pfa_write_queue q SET leased_until = clock_timestamp() + :lease::interval
             WHERE q.id IN (
               SELECT r.id FROM pfa_write_queue r
                 JOIN unnest(:ids::bigint[], :leases::bigint[]) AS c(id, lease_number)
                   ON r.id = c.id AND r.lease_number = c.lease_number
                WHERE r.status = 'processing' FOR UPDATE OF r SKIP LOCKED)
            """)
        .param("lease", lease.toString())
        .param("ids", ids(claims))
        .param("leases", leases(claims))
        .update();
  }

  /** Puts rows back whose worker has gone silent, to be claimed again. */
  public void reclaimExpired() {
    List<UUID> returned =
        jdbc.sql(
                """
                UPDATE pfa_write_queue SET status = 'pending', lease_owner = NULL, leased_until = NULL
                 WHERE id IN (SELECT id FROM pfa_write_queue
                               WHERE status = 'processing' AND leased_until < clock_timestamp()
                               ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED)
                RETURNING modification_id
                """)
            .query(UUID.class)
            .list();
    modifications.move(returned, SyncStatus.queued);
  }

  /** Hands rows back before their time, as a worker does that stops. */
  public void release(Collection<Claim> claims) {
    List<UUID> returned =
        jdbc.sql(
                """
                UPDATE pfa_write_queue q SET status = 'pending', lease_owner = NULL, leased_until = NULL
                  FROM unnest(:ids::bigint[], :leases::bigint[]) AS c(id, lease_number)
                 WHERE q.id = c.id AND q.status = 'processing' AND q.lease_number = c.lease_number
                RETURNING q.modification_id
                """)
            .param("ids", ids(claims))
            .param("leases", leases(claims))
            .query(UUID.class)
            .list();
    modifications.move(returned, SyncStatus.queued);
  }

  private static Long[] leases(Collection<Claim> claims) {
    return claims.stream().map(Claim::leaseNumber).toArray(Long[]::new);
  }

  private static Long[] ids(Collection<Claim> claims) {
    return claims.stream().map(Claim::queueId).toArray(Long[]::new);
  }

  private static Claim claim(Row row, Map<UUID, QueuedEdit> edits) {
    QueuedEdit edit = edits.get(row.modificationId());
    if (edit == null) {
      throw new IllegalStateException("Queue row " + row.id() + " has no modification");
    }
    return new Claim(
        row.id(),
        row.jobId(),
        row.leaseNumber(),
        row.attempts(),
        row.createdAt().toInstant(),
        edit);
  }
}
