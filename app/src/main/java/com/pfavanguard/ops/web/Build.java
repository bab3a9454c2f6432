package com.pfavanguard.ops.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Which build this is; also as the metric {@code pfa_build_info}. */
@Component
class Build {
  private final String version;

  Build(
      ObjectProvider<BuildProperties> properties,
      MeterRegistry meters,
      @Value("${vanguard.role}") String role) {
    BuildProperties built = properties.getIfAvailable();
    String named = built == null ? null : built.getVersion();
    this.version = named == null ? "development" : named;
    Gauge.builder("pfa.build.info", () -> 1)
        .description("Always 1; the labels say which build runs in which role")
        .tag("version", version)
        .tag("role", role)
        .register(meters);
  }

  String version() {
    return version;
  }
}
