package com.pfavanguard.kernel.trace;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one switch of traces.
 *
 * @param endpoint where a collector takes OTLP over HTTP, such as {@code
 *     http://localhost:4318/v1/traces}; empty for no traces
 * @param share of the requests that are traced, 0 to 1
 */
@ConfigurationProperties("vanguard.tracing")
record TraceProperties(@DefaultValue("") String endpoint, @DefaultValue("1") double share) {

  TraceProperties {
    if (!endpoint.isBlank()) {
      String scheme = String.valueOf(URI.create(endpoint).getScheme());
      if (!scheme.matches("https?")) {
        throw new IllegalArgumentException("vanguard.tracing.endpoint must be an http address");
      }
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("vanguard.tracing.share must be 0 to 1");
    }
  }

  boolean on() {
    return !endpoint.isBlank();
  }
}
