package com.pfavanguard.release.adapter.host;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Processor time of a process and its children; of those that have ended as far as it was seen. */
final class ProcessTimes {
  private final LongSupplier root;
  private final Map<Long, Double> seen = new HashMap<>();

  ProcessTimes(LongSupplier root) {
    this.root = root;
  }

  /** Only ever grows; not a number when there is no such process. */
  synchronized double seconds() {
    ProcessHandle process = ProcessHandle.of(root.getAsLong()).orElse(null);
    if (process == null) {
      return Double.NaN;
    }
    Stream.concat(Stream.of(process), process.descendants())
        .forEach(
            each ->
                each.info()
                    .totalCpuDuration()
                    .map(Duration::toMillis)
                    .ifPresent(millis -> seen.merge(each.pid(), millis / 1000.0, Math::max)));
    return seen.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
