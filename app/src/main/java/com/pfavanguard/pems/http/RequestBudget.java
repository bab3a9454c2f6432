package com.pfavanguard.pems.http;

import com.pfavanguard.pems.PemsConnection;

/**
 * Shares of a connection's requests per second. Every request takes one before it is sent, whoever
 * sends it; processes that share a tenant can share a budget behind this interface.
 */
@FunctionalInterface
public interface RequestBudget {
  /** Waits, cheaply for a virtual thread, until the connection may send one more request. */
  void acquire(PemsConnection connection) throws InterruptedException;
}
