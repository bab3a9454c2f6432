package com.pfavanguard.pems.budget;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Slots in PostgreSQL: one row of an unlogged table, moved on by one statement per batch. */
final class DatabaseSlots implements Slots {
  private static final double NANOS = 1e9;

  private final JdbcClient jdbc;

  DatabaseSlots(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Duration book(String connectionId, Pace pace, int wanted) {
    double seconds =
        jdbc.sql(
                """
                INSERT INTO pems_request_budget AS b (connection_id, next_slot)
                VALUES (:id, clock_timestamp() + make_interval(secs => (:wanted - :saved) * :slot))
                ON CONFLICT (connection_id) DO UPDATE
                   SET next_slot = greatest(b.next_slot, clock_timestamp() - make_interval(secs => :saved * :slot))
                                 + make_interval(secs => :wanted * :slot)
                RETURNING extract(epoch FROM b.next_slot - clock_timestamp())::float8 - :wanted * :slot
                """)
            .param("id", connectionId)
            .param("wanted", wanted)
            .param("saved", pace.saved())
            .param("slot", pace.slotSeconds())
            .query(Double.class)
            .single();
    return Duration.ofNanos((long) (seconds * NANOS));
  }
}
