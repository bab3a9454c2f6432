package com.pfavanguard.ops.metrics;

import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;
import org.springframework.stereotype.Component;

/**
 * {@code http_server_request_duration_seconds} by OpenTelemetry's label names and the version that
 * answered. Every value comes from a closed set: a route is a pattern of ours, never an address.
 */
@Component
class RequestNames implements ServerRequestObservationConvention {
  /** Class names of exceptions are nobody's closed set. */
  @Configuration(proxyBeanMethods = false)
  static class Labels {
    @Bean
    static MeterFilter requestLabels() {
      return new MeterFilter() {
        @Override
        public Meter.Id map(Meter.Id id) {
          return id.getName().equals(METRIC)
              ? id.replaceTags(
                  id.getTags().stream().filter(tag -> !tag.getKey().equals("error")).toList())
              : id;
        }
      };
    }
  }

  static final String METRIC = "http.server.request.duration";
  private static final String NO_ROUTE = "none";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final String version;

  RequestNames(ObjectProvider<BuildProperties> build) {
    BuildProperties built = build.getIfAvailable();
    String named = built == null ? null : built.getVersion();
    this.version = named == null ? "development" : named;
  }

  @Override
  public String getName() {
    return METRIC;
  }

  @Override
  public String getContextualName(ServerRequestObservationContext context) {
    return METRIC;
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
    var request = context.getCarrier();
    var response = context.getResponse();
    return labels(
        context.getPathPattern(),
        request == null ? "" : request.getMethod(),
        response == null ? 500 : response.getStatus());
  }

  KeyValues labels(@Nullable String route, String method, int status) {
    return KeyValues.of(
        "http.route",
        route == null || route.isBlank() ? NO_ROUTE : route,
        "http.request.method",
        METHODS.contains(method) ? method : "_OTHER",
        "http.response.status.code",
        Integer.toString(status),
        "version",
        version);
  }
}
