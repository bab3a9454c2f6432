package com.pfavanguard.pems;

import java.util.Optional;

/** How the connections to PEMS are doing. Safe for many threads. */
public interface ConnectionStates {
  /** Read from the database now; empty when the connection was never in trouble. */
  Optional<ConnectionState> find(String connectionId);

  /**
   * Whether calls are sent now: the circuit is closed, PEMS did not ask for a pause and the request
   * budget can be reached. Known to the quarter of a second, without waiting for PEMS.
   */
  boolean callable(String connectionId);
}
