package com.pfavanguard.pems;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether PEMS takes writes at all, as all processes know it together. Open while several different
 * records in a row could not be written although PEMS answers reads. Safe for many threads.
 */
public interface WriteCircuit {
  /**
   * How many writes may be begun on the connection now: any number while the circuit is closed; one
   * as a probe, or none, while it is open.
   */
  int admitted(String connectionId);

  /** Until the next probe; empty while the circuit is closed. */
  Optional<Duration> pause(String connectionId);
}
