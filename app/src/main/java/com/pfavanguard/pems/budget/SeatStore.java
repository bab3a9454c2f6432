package com.pfavanguard.pems.budget;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calls that processes may have in flight on a connection. */
@Repository
class SeatStore {
  /** A process that is silent for so long has lost its seats. */
  static final Duration LEASE = Duration.ofSeconds(5);

  private final JdbcClient jdbc;

  SeatStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Renews this process's part.
   *
   * @param all seats of the connection
   * @param wanted calls that are in flight or wait
   * @param inUse calls in flight now; they keep their seats whatever is granted
   * @return how many calls the process may have in flight; 0 while others must give back first
   */
  int take(String connectionId, String processId, int all, int wanted, int inUse) {
    return jdbc.sql("SELECT take_pems_seats(?, ?, ?, ?, ?, ?::interval)")
        .param(connectionId)
        .param(processId)
        .param(all)
        .param(wanted)
        .param(inUse)
        .param(LEASE.toString())
        .query(Integer.class)
        .single();
  }

  /** Gives all seats back at once. */
  void leave(String connectionId, String processId) {
    jdbc.sql("DELETE FROM pems_call_seat WHERE connection_id = ? AND process_id = ?")
        .param(connectionId)
        .param(processId)
        .update();
  }
}
