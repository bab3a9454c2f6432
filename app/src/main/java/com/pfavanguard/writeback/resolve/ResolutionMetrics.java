package com.pfavanguard.writeback.resolve;

import com.pfavanguard.conflict.Resolution;
import com.pfavanguard.kernel.Role;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Resolutions by people, and how long the conflicts had waited. */
@Component
@Role.Server
class ResolutionMetrics {
  private final Map<Resolution, Counter> resolutions = new EnumMap<>(Resolution.class);
  private final Timer duration;
  private final Clock clock;

  ResolutionMetrics(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    for (Resolution strategy : Resolution.values()) {
      resolutions.put(
          strategy,
          Counter.builder("pfa_sync_conflict_resolutions")
              .description("Conflicts resolved, by people or by themselves")
              .tag("method", "manual")
              .tag("strategy", strategy.name())
              .register(registry));
    }
    this.duration =
        Timer.builder("pfa_sync_conflict_resolution_duration")
            .description("From detected to resolved by a person")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofSeconds(1))
            .maximumExpectedValue(Duration.ofDays(7))
            .register(registry);
  }

  void count(Plan plan) {
    if (plan.outcome() == Plan.Outcome.awaiting_approval) {
      return;
    }
    Counter counter = resolutions.get(plan.resolution());
    if (counter != null) {
      counter.increment();
    }
    Duration waited = Duration.between(plan.conflict().detectedAt(), clock.instant());
    duration.record(waited.isNegative() ? Duration.ZERO : waited);
  }
}
