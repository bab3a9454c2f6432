package com.pfavanguard.pems.client;

import com.pfavanguard.pems.PemsConnection;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where PEMS is and who we are there.
 *
 * @param baseUrl empty where this process needs no PEMS
 * @param apiKey used instead of user and password when set
 * @param requestsPerSecond refill of the request budget
 * @param burst capacity of the request budget
 * @param sessions calls in flight of all processes together
 * @param timeout of one whole call
 */
@ConfigurationProperties("vanguard.pems")
record ConnectionProperties(
    @DefaultValue("") String baseUrl,
    @DefaultValue("") String tenant,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("") String apiKey,
    @DefaultValue("10") int requestsPerSecond,
    @DefaultValue("10") int burst,
    @DefaultValue("20") int sessions,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("5s") Duration connectTimeout) {

  /** Null where no address is configured. */
  @Nullable PemsConnection connection(String id) {
    if (baseUrl.isBlank()) {
      return null;
    }
    URI base = URI.create(baseUrl.replaceAll("/+$", ""));
    if (base.getScheme() == null || !base.getScheme().matches("https?") || base.getHost() == null) {
      throw new IllegalArgumentException(
          "PEMS_BASE_URL must look like https://host/axis/restservices");
    }
    if (requestsPerSecond < 1 || burst < 1 || sessions < 1) {
      throw new IllegalArgumentException(
          "PEMS connection '" + id + "' needs requests per second, burst and sessions above 0");
    }
    return new PemsConnection(
        id,
        base,
        tenant,
        new PemsConnection.Credentials(username, password, apiKey.isBlank() ? null : apiKey),
        new PemsConnection.Limits(requestsPerSecond, burst, sessions, timeout));
  }

  @Override
  public String toString() {
    return "ConnectionProperties[" + baseUrl + " tenant " + tenant + "]";
  }
}
