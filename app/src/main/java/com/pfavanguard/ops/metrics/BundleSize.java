package com.pfavanguard.ops.metrics;

import com.pfavanguard.kernel.Role;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** {@code pfa_web_bundle_bytes{kind}}: what the page's scripts and styles weigh, uncompressed. */
@Component
@Role.Server
class BundleSize {
  BundleSize(MeterRegistry registry) throws IOException {
    for (String kind : new String[] {"js", "css"}) {
      long bytes = bytes(kind);
      Gauge.builder("pfa_web_bundle_bytes", () -> bytes).tag("kind", kind).register(registry);
    }
  }

  private static long bytes(String kind) throws IOException {
    long sum = 0;
    for (Resource asset :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:META-INF/resources/assets/*." + kind)) {
      sum += asset.contentLength();
    }
    return sum;
  }
}
