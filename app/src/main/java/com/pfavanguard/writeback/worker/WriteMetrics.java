package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.writeback.domain.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counters and the latency (commit to confirmed) of writes, each label at zero from the start. */
@Component
@Role.Worker
class WriteMetrics {
  private final Counter synced;
  private final Counter conflicts;
  private final Counter retries;
  private final Counter failures;
  private final Counter openedConflicts;
  private final Counter mergedConflicts;
  private final Counter overtaken;
  private final Timer latency;
  private final Clock clock;

  WriteMetrics(MeterRegistry registry, Clock clock) {
    this.synced = operations(registry, "success");
    this.conflicts = operations(registry, "conflict");
    this.retries = operations(registry, "retry");
    this.failures = operations(registry, "failure");
    this.openedConflicts =
        Counter.builder("pfa_sync_conflicts")
            .description("Edits that met another change of the same field in PEMS")
            .register(registry);
    this.mergedConflicts =
        Counter.builder("pfa_sync_conflict_resolutions")
            .description("Conflicts resolved, by people or by themselves")
            .tag("method", "auto")
            .tag("strategy", "merge")
            .register(registry);
    this.overtaken =
        Counter.builder("pfa_sync_overtaken_writes")
            .description(
                "Writes that PEMS took over somebody's change in between: it does not check recordid")
            .register(registry);
    this.latency =
        Timer.builder("pfa_sync_latency")
            .description("From commit to confirmed by PEMS")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(5))
            .maximumExpectedValue(Duration.ofHours(1))
            .register(registry);
    this.clock = clock;
  }

  void count(Outcome outcome) {
    switch (outcome) {
      case Outcome.Synced s -> {
        synced.increment();
        if (s.merged()) {
          mergedConflicts.increment();
        }
        if (s.overtaken()) {
          overtaken.increment();
        }
        Duration taken = Duration.between(s.claim().committedAt(), clock.instant());
        latency.record(taken.isNegative() ? Duration.ZERO : taken);
      }
      case Outcome.Conflicted c -> {
        conflicts.increment();
        openedConflicts.increment();
      }
      case Outcome.Retried r -> retries.increment();
      case Outcome.Failed f -> failures.increment();
    }
  }

  private static Counter operations(MeterRegistry registry, String outcome) {
    return Counter.builder("pfa_sync_operations")
        .description("Sync operations by direction, trigger and outcome")
        .tag("direction", "write")
        .tag("trigger", "commit")
        .tag("outcome", outcome)
        .register(registry);
  }
}
