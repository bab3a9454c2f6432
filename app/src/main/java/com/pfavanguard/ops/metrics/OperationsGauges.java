package com.pfavanguard.ops.metrics;

import com.pfavanguard.kernel.Role;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The queue, the workers' sign of life and the database, as every server sees them: take the
 * maximum over servers, not the sum. Asked every five seconds, so that a scrape never waits; while
 * the database is away {@code pg_up} is 0 and the rest stays as it was.
 */
@Component
@Role.Server
class OperationsGauges {
  private static final Logger log = LoggerFactory.getLogger(OperationsGauges.class);
  private static final String QUEUE = "pfa_sync_queue_items";

  private final JdbcClient jdbc;
  private final long packagedMigrations;
  private final MeterRegistry registry;
  private volatile OperationsState state = OperationsState.UNKNOWN;
  private volatile int up;

  OperationsGauges(JdbcClient jdbc, MeterRegistry registry) throws IOException {
    this.jdbc = jdbc;
    this.registry = registry;
    this.packagedMigrations =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:db/migration/V*.sql")
            .length;
    queue();
    database();
    refresh();
  }

  private void queue() {
    gauge(QUEUE, Tags.of("state", "pending"), OperationsState::pending);
    gauge(QUEUE, Tags.of("state", "retrying"), OperationsState::retrying);
    gauge(QUEUE, Tags.of("state", "processing"), OperationsState::processing);
    gauge(QUEUE, Tags.of("state", "dead_letter"), OperationsState::deadLetter);
    gauge("pfa_sync_queue_oldest_item_age_seconds", OperationsState::oldestAgeSeconds);
    gauge("pfa_sync_worker_last_heartbeat_timestamp_seconds", OperationsState::lastHeartbeat);
  }

  private void database() {
    Gauge.builder("pg_up", () -> up).description("1 while PostgreSQL answers").register(registry);
    gauge("pg_stat_activity_count", OperationsState::connections);
    gauge("pg_settings_max_connections", OperationsState::maxConnections);
    gauge("pfa_database_migration_duration_seconds", OperationsState::migrationSeconds);
    gauge(
        "pfa_database_migrations_pending",
        now -> Math.max(0, packagedMigrations - now.migrationsApplied()));
  }

  private void gauge(String name, ToDoubleFunction<OperationsState> value) {
    gauge(name, Tags.empty(), value);
  }

  private void gauge(String name, Tags tags, ToDoubleFunction<OperationsState> value) {
    Gauge.builder(name, () -> value.applyAsDouble(state)).tags(tags).register(registry);
  }

  @Scheduled(fixedDelay = 5_000)
  final void refresh() {
    try {
      state = jdbc.sql("SELECT * FROM operations_state()").query(OperationsState.class).single();
      up = 1;
    } catch (DataAccessException | TransactionException e) {
      up = 0;
      log.debug("The numbers of the queue are as of before: {}", e.getMessage());
    }
  }
}
