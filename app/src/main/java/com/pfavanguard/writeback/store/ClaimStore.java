package com.pfavanguard.writeback.store;

import com.pfavanguard.records.Modifications;
import com.pfavanguard.records.QueuedEdit;
import com.pfavanguard.records.SyncStatus;
import com.pfavanguard.writeback.domain.Claim;
import com.pfavanguard.writeback.domain.Room;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Leases on queue rows. All times are the database's. */
@Repository
public class ClaimStore {
  private static final String CLAIM = sql("claim.sql");

  private final JdbcClient jdbc;
  private final Modifications modifications;

  ClaimStore(JdbcClient jdbc, Modifications modifications) {
    this.jdbc = jdbc;
    this.modifications = modifications;
  }

  /**
   * What a look at the queue brought.
   *
   * @param contended whether other workers were faster: looking again soon may bring more
   */
  public record Claimed(List<Claim> claims, boolean contended) {}

  private record Row(
      @Nullable Long id,
      String connection,
      UUID jobId,
      UUID modificationId,
      long leaseNumber,
      int attempts,
      int deferrals,
      OffsetDateTime createdAt,
      @Nullable String traceparent,
      @Nullable String traceLinks,
      long candidates) {}

  /**
   * Claims due rows in sets: {@code claim.sql} says which and in which order.
   *
   * @param rooms of the connections that can be called now; rows of others stay where they are
   */
  public Claimed claim(String worker, Duration lease, List<Room> rooms) {
    List<Row> rows =
        jdbc.sql(CLAIM)
            .param("connections", rooms.stream().map(Room::connection).toArray(String[]::new))
            .param("rooms", rooms.stream().map(Room::edits).toArray(Integer[]::new))
            .param("newcomers", rooms.stream().map(Room::newcomers).toArray(Integer[]::new))
            .param("worker", worker)
            .param("lease", lease.toString())
            .query(Row.class)
            .list();
    List<Row> claimed = rows.stream().filter(row -> row.id() != null).toList();
    List<UUID> ids = claimed.stream().map(Row::modificationId).toList();
    modifications.move(ids, SyncStatus.syncing);
    Map<UUID, QueuedEdit> edits = modifications.findQueued(ids);
    boolean contended = claimed.size() < rows.getFirst().candidates();
    return new Claimed(claimed.stream().map(row -> claim(row, edits)).toList(), contended);
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
        Objects.requireNonNull(row.id()),
        row.connection(),
        row.jobId(),
        row.leaseNumber(),
        row.attempts(),
        row.deferrals(),
        row.createdAt().toInstant(),
        QueuedTrace.origin(row.traceparent(), row.traceLinks()),
        edit);
  }

  private static String sql(String file) {
    try (InputStream text = ClaimStore.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(text, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
