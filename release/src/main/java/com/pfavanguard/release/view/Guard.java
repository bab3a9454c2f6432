package com.pfavanguard.release.view;

import com.sun.net.httpserver.HttpExchange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;

/** Whom the page answers: readers, and on loopback only those who ask for it by its own name. */
record Guard(HttpExchange exchange, InetSocketAddress address) {
  private static final int METHOD = 405;
  private static final int MISDIRECTED = 421;

  boolean admits() {
    return isReading() && isMeantForUs();
  }

  int refusal() {
    return isReading() ? MISDIRECTED : METHOD;
  }

  private boolean isReading() {
    return exchange.getRequestMethod().equals("GET");
  }

  /** A page elsewhere may give its own name our address; then the Host is not ours. */
  private boolean isMeantForUs() {
    InetAddress ours = address.getAddress();
    if (ours == null || !ours.isLoopbackAddress()) {
      return true;
    }
    String host = exchange.getRequestHeaders().getFirst("Host");
    int port = address.getPort();
    return host != null
        && Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port).contains(host);
  }
}
