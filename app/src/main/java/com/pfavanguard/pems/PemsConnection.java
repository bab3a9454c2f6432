package com.pfavanguard.pems;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One EAM tenant: its REST base, credentials and limits.
 *
 * @param baseUrl for example {@code https://host/axis/restservices}
 */
public record PemsConnection(
    String id, URI baseUrl, String tenant, Credentials credentials, Limits limits) {

  /**
   * Who we are there.
   *
   * @param apiKey sent as X-API-Key instead of the user's password when there is one
   */
  public record Credentials(String username, String password, @Nullable String apiKey) {
    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }

  /**
   * What the tenant bears, from all processes together.
   *
   * @param requestsPerSecond refill of its token bucket
   * @param burst capacity of its token bucket
   * @param sessions calls in flight: each call opens a session of its own and ends it
   * @param timeout of one whole call
   */
  public record Limits(int requestsPerSecond, int burst, int sessions, Duration timeout) {}

  @Override
  public String toString() {
    return "PemsConnection[" + id + " " + baseUrl + " tenant " + tenant + "]";
  }
}
