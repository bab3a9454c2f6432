package com.pfavanguard.ops.metrics;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * {@code pfa_app_log_events_total{level,category}}: warnings and worse, counted as they are logged.
 */
@Component
class LogEvents extends AppenderBase<ILoggingEvent> implements DisposableBean {
  private final Map<LogKind, Counter> counters = new HashMap<>();
  private final LoggerContext logging;

  LogEvents(MeterRegistry registry) {
    for (LogKind kind : LogKind.all()) {
      counters.put(
          kind,
          Counter.builder("pfa_app_log_events")
              .description("Log lines; critical are those that mean harm to data or a broken JVM")
              .tag("level", kind.level().name())
              .tag("category", kind.category().name())
              .register(registry));
    }
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    this.logging = (LoggerContext) factory;
    setName("log-events-" + Integer.toHexString(System.identityHashCode(this)));
    setContext(logging);
    start();
    root().addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
      Counter counter = counters.get(LogKind.of(event));
      if (counter != null) {
        counter.increment();
      }
    }
  }

  @Override
  public void destroy() {
    root().detachAppender(this);
    stop();
  }

  private ch.qos.logback.classic.Logger root() {
    return logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
