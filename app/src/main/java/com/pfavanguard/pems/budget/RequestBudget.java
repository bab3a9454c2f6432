package com.pfavanguard.pems.budget;

import com.pfavanguard.pems.PemsTarget;

/**
 * Shares of what a connection bears. Every request asks before it is sent, whoever sends it. Safe
 * for many threads.
 */
@FunctionalInterface
public interface RequestBudget {
  /**
   * Waits, cheaply for a virtual thread, until the connection may send one more request. The
   * organizations of a connection take turns.
   */
  Admission admit(PemsTarget target) throws InterruptedException;
}
