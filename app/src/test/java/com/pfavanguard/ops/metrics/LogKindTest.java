package com.pfavanguard.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.pfavanguard.kernel.Critical;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogKindTest {

  @Test
  void theCategoryIsTheLoggersModule() {
    assertThat(LogKind.of(event("com.pfavanguard.writeback.worker.X", Level.WARN, null)))
        .isEqualTo(new LogKind(LogKind.Severity.warn, LogKind.Category.sync));
    assertThat(LogKind.of(event("com.zaxxer.hikari.pool.Pool", Level.ERROR, null)))
        .isEqualTo(new LogKind(LogKind.Severity.error, LogKind.Category.database));
    assertThat(LogKind.of(event("elsewhere", Level.ERROR, new IllegalStateException())))
        .isEqualTo(new LogKind(LogKind.Severity.error, LogKind.Category.other));
  }

  @Test
  void markedLinesAndABrokenJvmAreCritical() {
    LoggingEvent marked = event("com.pfavanguard.ingest.X", Level.ERROR, null);
    marked.addMarker(Critical.MARKER);
    assertThat(LogKind.of(marked).level()).isEqualTo(LogKind.Severity.critical);
    var memory = new IllegalStateException(new OutOfMemoryError());
    assertThat(LogKind.of(event("elsewhere", Level.ERROR, memory)).level())
        .isEqualTo(LogKind.Severity.critical);
  }

  private static LoggingEvent event(String logger, Level level, @Nullable Throwable thrown) {
    Logger named = (Logger) LoggerFactory.getLogger(logger);
    return new LoggingEvent(LogKindTest.class.getName(), named, level, "text", thrown, null);
  }
}
