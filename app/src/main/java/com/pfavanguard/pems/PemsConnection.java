package com.pfavanguard.pems;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One EAM tenant: its REST base, credentials and request budget.
 *
 * @param baseUrl for example {@code https://host/axis/restservices}
 * @param requestsPerSecond refill of the token bucket
 * @param burst capacity of the token bucket
 * @param timeout of one whole call
 * @param apiKey sent as X-API-Key instead of the user's password when there is one
 */
public record PemsConnection(
    String id,
    URI baseUrl,
    String tenant,
    String username,
    String password,
    int requestsPerSecond,
    int burst,
    Duration timeout,
    @Nullable String apiKey) {

  /** A connection that signs in with user and password. */
  public PemsConnection(
      String id,
      URI baseUrl,
      String tenant,
      String username,
      String password,
      int requestsPerSecond,
      int burst,
      Duration timeout) {
    this(id, baseUrl, tenant, username, password, requestsPerSecond, burst, timeout, null);
  }

  @Override
  public String toString() {
    return "PemsConnection[" + id + " " + baseUrl + " tenant " + tenant + "]";
  }
}
