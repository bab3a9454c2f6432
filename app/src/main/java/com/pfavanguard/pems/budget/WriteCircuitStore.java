package com.pfavanguard.pems.budget;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The write circuit of each connection, for all processes; by the database's clock. */
@Repository
class WriteCircuitStore {
  private static final double MILLIS = 1000.0;

  private final JdbcClient jdbc;

  WriteCircuitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param unwritten how many records could not be written since the last that could
   * @param pauseSeconds until the next probe; 0 when it is due
   */
  record Row(boolean open, int unwritten, @Nullable String failure, double pauseSeconds) {
    Duration pause() {
      return Duration.ofMillis((long) (pauseSeconds * MILLIS));
    }
  }

  Optional<Row> find(String connectionId) {
    return jdbc.sql(
            """
            SELECT write_breaker = 'open' AS open, cardinality(unwritten) AS unwritten, last_write_failure AS failure,
                   greatest(0, coalesce(extract(epoch FROM write_probe_at - clock_timestamp()), 0))::float8 AS pause_seconds
              FROM pems_connection_state WHERE connection_id = ?
            """)
        .param(connectionId)
        .query(Row.class)
        .optional();
  }

  /** A write that PEMS did not answer; opens the circuit when it is the last of several records. */
  void failed(String connectionId, UUID record, String failure) {
    jdbc.sql(
            """
            INSERT INTO pems_connection_state AS s (connection_id, unwritten, last_write_failure)
            VALUES (:id, ARRAY[:record], :failure)
            ON CONFLICT (connection_id) DO UPDATE
               SET last_write_failure = excluded.last_write_failure,
                   unwritten = CASE WHEN s.unwritten @> excluded.unwritten OR cardinality(s.unwritten) >= :many
                                 THEN s.unwritten ELSE s.unwritten || excluded.unwritten END
            """)
        .param("id", connectionId)
        .param("record", record)
        .param("failure", failure)
        .param("many", BreakerRule.UNWRITTEN_RECORDS)
        .update();
    jdbc.sql(
            """
            UPDATE pems_connection_state
               SET write_breaker = 'open', write_probes = 0, write_probe_at = clock_timestamp() + :first::interval
             WHERE connection_id = :id AND write_breaker = 'closed' AND cardinality(unwritten) >= :many
            """)
        .param("id", connectionId)
        .param("first", BreakerRule.FIRST_PROBE.toString())
        .param("many", BreakerRule.UNWRITTEN_RECORDS)
        .update();
  }

  /**
   * PEMS answered a write.
   *
   * @return whether the circuit was open
   */
  boolean answered(String connectionId) {
    return jdbc.sql(
            """
            UPDATE pems_connection_state s
               SET unwritten = '{}', write_breaker = 'closed', write_probe_at = NULL, write_probes = 0
              FROM (SELECT connection_id, write_breaker FROM pems_connection_state
                     WHERE connection_id = ? FOR UPDATE) before
             WHERE s.connection_id = before.connection_id
               AND (s.unwritten <> '{}' OR s.write_breaker = 'open')
            RETURNING before.write_breaker = 'open'
            """)
        .param(connectionId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Takes on the probe if it is due; one caller of all succeeds. */
  boolean takeProbe(String connectionId) {
    return jdbc.sql(
                """
                UPDATE pems_connection_state
                   SET write_probes = write_probes + 1,
                       write_probe_at = clock_timestamp()
                         + least(:longest::interval, :first::interval * power(2, least(write_probes, 16) + 1))
                 WHERE connection_id = :id AND write_breaker = 'open' AND write_probe_at <= clock_timestamp()
                """)
            .param("first", BreakerRule.FIRST_PROBE.toString())
            .param("longest", BreakerRule.LONGEST_PROBE_PAUSE.toString())
            .param("id", connectionId)
            .update()
        == 1;
  }
}
