package com.pfavanguard.ops.retention;

import com.pfavanguard.kernel.RecurringJob;
import com.pfavanguard.kernel.Role;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets in small batches, each a transaction of its own, so that nobody waits behind it; what is
 * left after many batches goes the next time.
 */
@Configuration(proxyBeanMethods = false)
@Role.Server
class Retention {
  private static final Logger log = LoggerFactory.getLogger(Retention.class);
  private static final int BATCH = 2_000;
  private static final int BATCHES = 500;

  private final JdbcClient jdbc;
  private final RetentionProperties properties;

  Retention(JdbcClient jdbc, RetentionProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  @Bean
  RecurringJob forgetFinished() {
    return new RecurringJob("forget-finished", properties.every(), this::forget);
  }

  private void forget() {
    forget("queue", properties.queue());
    forget("sync_log", properties.syncLog());
    forget("read_runs", properties.readRuns());
    forget("reconciliations", properties.reconciliations());
  }

  private void forget(String what, Duration olderThan) {
    long all = 0;
    int batch = 1;
    for (int i = 0; i < BATCHES && batch > 0; i++) {
      batch =
          jdbc.sql("SELECT forget_finished(?, ?::interval, ?)")
              .params(what, olderThan.toString(), BATCH)
              .query(Integer.class)
              .single();
      all += batch;
    }
    if (all > 0) {
      log.info("Forgot {} finished rows of {}, older than {}", all, what, olderThan);
    }
  }
}
