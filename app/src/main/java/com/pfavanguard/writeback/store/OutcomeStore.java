package com.pfavanguard.writeback.store;

import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.writeback.domain.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Ends claims in sets. */
@Repository
public class OutcomeStore {
  private final JdbcClient jdbc;

  OutcomeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A claim on a row; the number tells it from an earlier claim on the same row. */
  public record Lease(long queueId, long leaseNumber) {}

  /**
   * Moves the queue rows on, as far as their leases are still those of the claims.
   *
   * @return the leases that held; the other rows belong to another worker by now and must be left
   *     alone
   */
  public Set<Lease> complete(List<? extends Outcome> outcomes) {
    String rows =
        JsonMapper.shared().writeValueAsString(outcomes.stream().map(OutcomeStore::row).toList());
    return jdbc
        .sql(
            """
            WITH r AS MATERIALIZED (
              SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS o(id bigint, lease_number bigint, status text,
                   outcome text, failed_attempts int, deferrals int, delay_seconds double precision, error jsonb)
            ), held AS MATERIALIZED (
              -- In commit order, as everybody locks several rows: nobody then waits in a circle.
              SELECT id FROM pfa_write_queue WHERE id IN (SELECT id FROM r) ORDER BY id FOR UPDATE
            )
            UPDATE pfa_write_queue q
               SET status = r.status, outcome = r.outcome, lease_owner = NULL, leased_until = NULL,
                   attempts = q.attempts + r.failed_attempts,
                   deferrals = q.deferrals + r.deferrals, last_error = r.error,
                   scheduled_at = clock_timestamp() + make_interval(secs => r.delay_seconds),
                   completed_at = CASE WHEN r.status <> 'pending' THEN clock_timestamp() END
              FROM r JOIN held ON held.id = r.id
             WHERE q.id = r.id AND q.status = 'processing' AND q.lease_number = r.lease_number
            RETURNING q.id AS queue_id, q.lease_number
            """)
        .param("rows", rows)
        .query(Lease.class)
        .stream()
        .collect(Collectors.toSet());
  }

  private static Map<String, @Nullable Object> row(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Synced synced -> row(synced, "completed", "synced", 0, null);
      case Outcome.Conflicted conflicted -> row(conflicted, "completed", "conflict", 0, null);
      case Outcome.Retried retried ->
          row(retried, "pending", null, retried.delay().toMillis() / 1000.0, retried.failure());
      case Outcome.Failed failed -> {
        Map<String, @Nullable Object> row = row(failed, "failed", null, 0, failed.failure());
        row.put("error", FailureJson.of(failed));
        yield row;
      }
    };
  }

  private static Map<String, @Nullable Object> row(
      Outcome outcome,
      String status,
      @Nullable String result,
      double delaySeconds,
      @Nullable PemsFailure failure) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", outcome.claim().queueId());
    row.put("lease_number", outcome.claim().leaseNumber());
    row.put("status", status);
    row.put("outcome", result);
    Outcome.Cost cost = cost(outcome);
    row.put("failed_attempts", cost == Outcome.Cost.ATTEMPT ? 1 : 0);
    row.put("deferrals", cost == Outcome.Cost.DEFERRAL ? 1 : 0);
    row.put("delay_seconds", delaySeconds);
    row.put("error", failure == null ? null : FailureJson.of(failure));
    return row;
  }

  private static Outcome.Cost cost(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Synced s -> Outcome.Cost.NOTHING;
      case Outcome.Conflicted c -> Outcome.Cost.NOTHING;
      case Outcome.Retried r -> r.cost();
      case Outcome.Failed f -> Outcome.Cost.ATTEMPT;
    };
  }
}
