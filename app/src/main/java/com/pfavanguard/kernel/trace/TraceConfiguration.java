package com.pfavanguard.kernel.trace;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration
@EnableConfigurationProperties(TraceProperties.class)
class TraceConfiguration {

  /** Made only when somebody traces. */
  @Bean
  @Lazy
  Collector collector(
      TraceProperties properties,
      @Value("${vanguard.role}") String role,
      ObjectProvider<BuildProperties> build) {
    BuildProperties known = build.getIfAvailable();
    String version = known == null ? "unknown" : String.valueOf(known.getVersion());
    return new Collector(properties, "pfa-vanguard-" + role, version);
  }

  @Bean
  Traces traces(TraceProperties properties, ObjectProvider<Collector> collector) {
    return properties.on() ? collector.getObject().traces() : Traces.off();
  }
}
