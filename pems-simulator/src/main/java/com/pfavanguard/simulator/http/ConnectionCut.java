package com.pfavanguard.simulator.http;

import org.eclipse.jetty.io.QuietException;

/** Thrown by a handler that wants the connection closed without another byte. */
public final class ConnectionCut extends RuntimeException implements QuietException {
  public ConnectionCut(String message) {
    super(message);
  }
}
