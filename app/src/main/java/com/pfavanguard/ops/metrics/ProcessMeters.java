package com.pfavanguard.ops.metrics;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Processor time and memory of this process by the names that Prometheus' own client libraries use,
 * with the limits that the machine or the container sets. Start time comes from the framework.
 */
@Component
class ProcessMeters implements MeterBinder {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  @Override
  public void bindTo(MeterRegistry registry) {
    var system =
        Objects.requireNonNull(
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class), "HotSpot");
    FunctionCounter.builder("process_cpu_seconds", system, s -> s.getProcessCpuTime() / 1e9)
        .description("Processor time used, user and system")
        .register(registry);
    Gauge.builder("pfa_process_cpu_limit_cores", system, s -> s.getAvailableProcessors())
        .register(registry);
    Gauge.builder("process_resident_memory_bytes", ProcessMeters::residentBytes)
        .description("Memory in use; NaN where the system does not say")
        .register(registry);
    Gauge.builder("pfa_process_memory_limit_bytes", system, s -> s.getTotalMemorySize())
        .description("Of the container, else of the machine")
        .register(registry);
    Gauge.builder("pfa_process_heap_after_gc_bytes", ProcessMeters::heapAfterCollection)
        .description("What the newest collection of each heap pool left; 0 before the first")
        .register(registry);
  }

  private static double residentBytes() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToDouble(line -> 1024 * Double.parseDouble(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  private static double heapAfterCollection() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(pool -> pool.getCollectionUsage())
        .filter(Objects::nonNull)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }
}
