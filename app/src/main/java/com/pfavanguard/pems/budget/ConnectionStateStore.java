package com.pfavanguard.pems.budget;

import com.pfavanguard.pems.ConnectionState;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The circuit breaker and the slowing down of each connection, one row each, for all processes: an
 * edit may wander over four workers, none of which has seen enough failures by itself.
 */
@Repository
class ConnectionStateStore {
  private static final double MILLIS = 1000.0;

  private final JdbcClient jdbc;

  ConnectionStateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A state with what a process needs of it in its own time.
   *
   * @param pause how long nothing may be sent from now on; zero when calls may be sent
   */
  record Look(ConnectionState state, Duration pause) {}

  private record Row(
      String connectionId,
      boolean open,
      OffsetDateTime breakerSince,
      int failures,
      @Nullable String lastFailure,
      @Nullable OffsetDateTime probeAt,
      double share,
      @Nullable OffsetDateTime heldUntil,
      double pauseSeconds) {}

  Optional<Look> find(String connectionId) {
    return jdbc.sql(
            """
            SELECT connection_id, breaker = 'open' AS open, breaker_since, failures, last_failure, probe_at,
                   least(1, share + :back * extract(epoch FROM clock_timestamp() - share_since)::float8) AS share,
                   held_until,
                   coalesce(extract(epoch FROM greatest(held_until, probe_at) - clock_timestamp())::float8, 0)
                     AS pause_seconds
              FROM pems_connection_state WHERE connection_id = :id
            """)
        .param("back", BreakerRule.SHARE_BACK_PER_SECOND)
        .param("id", connectionId)
        .query(Row.class)
        .optional()
        .map(ConnectionStateStore::look);
  }

  /** A call that PEMS did not answer; opens the circuit when the rule says so. */
  void failed(String connectionId, String failure, BreakerRule rule) {
    jdbc.sql(
            """
            INSERT INTO pems_connection_state AS s (connection_id, failures, failing_since, last_failure, breaker, probe_at)
            VALUES (:id, 1, clock_timestamp(), :failure, CASE WHEN :many <= 1 THEN 'open' ELSE 'closed' END,
                    CASE WHEN :many <= 1 THEN clock_timestamp() + :first::interval END)
            ON CONFLICT (connection_id) DO UPDATE
               SET failures = s.failures + 1,
                   failing_since = coalesce(s.failing_since, clock_timestamp()),
                   last_failure = excluded.last_failure
            """)
        .param("id", connectionId)
        .param("failure", failure)
        .param("many", rule.failures())
        .param("first", BreakerRule.FIRST_PROBE.toString())
        .update();
    open(connectionId, rule);
  }

  private void open(String connectionId, BreakerRule rule) {
    jdbc.sql(
            """
            UPDATE pems_connection_state
               SET breaker = 'open', breaker_since = clock_timestamp(), probes = 0,
                   probe_at = clock_timestamp() + :first::interval
             WHERE connection_id = :id AND breaker = 'closed'
               AND (failures >= :many
                 OR failures >= :few AND failing_since <= clock_timestamp() - :span::interval)
            """)
        .param("id", connectionId)
        .param("first", BreakerRule.FIRST_PROBE.toString())
        .param("many", rule.failures())
        .param("few", rule.slowFailures())
        .param("span", rule.slowSpan().toString())
        .update();
  }

  /** PEMS answered: whatever failed before is over. An open circuit closes by its probe only. */
  void answered(String connectionId) {
    jdbc.sql(
            """
            UPDATE pems_connection_state SET failures = 0, failing_since = NULL
             WHERE connection_id = ? AND failures > 0 AND breaker = 'closed'
            """)
        .param(connectionId)
        .update();
  }

  /**
   * Lowers the share in use, once a second at most: one burst of refusals is one reason.
   *
   * @param factor below 1
   * @param pause nothing is sent by anybody for so long; zero for none
   */
  void slowDown(String connectionId, double factor, Duration pause) {
    jdbc.sql(
            """
            INSERT INTO pems_connection_state AS s (connection_id, share, held_until)
            VALUES (:id, :factor, clock_timestamp() + :pause::interval)
            ON CONFLICT (connection_id) DO UPDATE
               SET share = CASE WHEN s.share_since > clock_timestamp() - interval '1 second' AND s.share < 1 THEN s.share
                     ELSE greatest(:least, :factor * least(1,
                       s.share + :back * extract(epoch FROM clock_timestamp() - s.share_since)::float8)) END,
                   share_since = CASE WHEN s.share_since > clock_timestamp() - interval '1 second' AND s.share < 1
                     THEN s.share_since ELSE clock_timestamp() END,
                   held_until = greatest(s.held_until, clock_timestamp() + :pause::interval)
            """)
        .param("id", connectionId)
        .param("factor", factor)
        .param("pause", pause.toString())
        .param("least", BreakerRule.LEAST_SHARE)
        .param("back", BreakerRule.SHARE_BACK_PER_SECOND)
        .update();
  }

  /** Takes on the probes that are due, each by one process only. */
  List<String> takeDueProbes(Collection<String> connectionIds) {
    return jdbc.sql(
            """
            UPDATE pems_connection_state
               SET probes = probes + 1,
                   probe_at = clock_timestamp() + least(:longest::interval, :first::interval * power(2, least(probes, 16) + 1))
             WHERE connection_id = ANY (:ids) AND breaker = 'open' AND probe_at <= clock_timestamp()
            RETURNING connection_id
            """)
        .param("first", BreakerRule.FIRST_PROBE.toString())
        .param("longest", BreakerRule.LONGEST_PROBE_PAUSE.toString())
        .param("ids", connectionIds.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  void close(String connectionId) {
    jdbc.sql(
            """
            UPDATE pems_connection_state
               SET breaker = 'closed', breaker_since = clock_timestamp(), failures = 0, failing_since = NULL,
                   probe_at = NULL, probes = 0
             WHERE connection_id = ? AND breaker = 'open'
            """)
        .param(connectionId)
        .update();
  }

  private static Look look(Row row) {
    ConnectionState state =
        new ConnectionState(
            row.connectionId(),
            row.open(),
            row.breakerSince().toInstant(),
            row.failures(),
            row.lastFailure(),
            instant(row.probeAt()),
            row.share(),
            instant(row.heldUntil()));
    long millis = (long) (Math.max(0, row.pauseSeconds()) * MILLIS);
    return new Look(state, Duration.ofMillis(millis));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
