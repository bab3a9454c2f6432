package com.pfavanguard.flags;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** {@code pfa_feature_flag_enabled{flag}}: 1 while a flag is on for everybody. */
@Component
class FlagMetrics {
  private final Flags flags;
  private final MultiGauge gauges;

  FlagMetrics(Flags flags, MeterRegistry meters) {
    this.flags = flags;
    this.gauges =
        MultiGauge.builder("pfa.feature.flag.enabled")
            .description("1 while the flag is on for every organization")
            .register(meters);
    refresh();
  }

  /** Only the set of flags is refreshed here; each gauge reads its flag when it is scraped. */
  @Scheduled(fixedRate = 10_000)
  void refresh() {
    gauges.register(
        flags.states().global().keySet().stream()
            .map(
                flag -> MultiGauge.Row.of(Tags.of("flag", flag), () -> flags.enabled(flag) ? 1 : 0))
            .toList());
  }
}
