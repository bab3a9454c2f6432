package com.pfavanguard.ops.metrics;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import com.pfavanguard.kernel.Critical;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How bad a log line is, and whose. */
record LogKind(Severity level, Category category) {

  /** Critical: marked so ({@link Critical}), or thrown by a JVM that cannot go on. */
  enum Severity {
    warn,
    error,
    critical
  }

  /** By the logger's package; the first that fits. */
  enum Category {
    database("com.zaxxer", "org.postgresql", "org.flywaydb", "com.pfavanguard.kernel.database"),
    pems("com.pfavanguard.pems"),
    sync("com.pfavanguard.writeback", "com.pfavanguard.ingest", "com.pfavanguard.conflict"),
    security("com.pfavanguard.identity", "com.pfavanguard.audit", "org.springframework.security"),
    web(
        "com.pfavanguard.kernel.web",
        "com.pfavanguard.live",
        "org.apache",
        "org.springframework.web"),
    other("");

    private final List<String> packages;

    Category(String... packages) {
      this.packages = List.of(packages);
    }

    static Category of(String logger) {
      return Arrays.stream(values())
          .filter(category -> category.packages.stream().anyMatch(logger::startsWith))
          .findFirst()
          .orElse(other);
    }
  }

  static List<LogKind> all() {
    return Stream.of(Severity.values())
        .flatMap(level -> Stream.of(Category.values()).map(of -> new LogKind(level, of)))
        .toList();
  }

  static LogKind of(ILoggingEvent event) {
    return new LogKind(severity(event), Category.of(event.getLoggerName()));
  }

  private static Severity severity(ILoggingEvent event) {
    if (event.getLevel() != ch.qos.logback.classic.Level.ERROR) {
      return Severity.warn;
    }
    var markers = event.getMarkerList();
    boolean marked = markers != null && markers.contains(Critical.MARKER);
    return marked || fromJvm(event.getThrowableProxy()) ? Severity.critical : Severity.error;
  }

  private static boolean fromJvm(@Nullable IThrowableProxy thrown) {
    for (IThrowableProxy at = thrown; at != null; at = at.getCause()) {
      if (at instanceof ThrowableProxy own && own.getThrowable() instanceof VirtualMachineError) {
        return true;
      }
    }
    return false;
  }
}
