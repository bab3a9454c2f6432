package com.pfavanguard.conflict;

import com.pfavanguard.conflict.store.ConflictStore;
import com.pfavanguard.kernel.Role;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How many conflicts wait for a person and for how long, over all organizations. Asked every ten
 * seconds, so that a scrape never waits for the database.
 */
@Component
@Role.Server
class ConflictGauges {
  private static final Logger log = LoggerFactory.getLogger(ConflictGauges.class);

  private final ConflictStore store;
  private volatile ConflictStore.Health health = new ConflictStore.Health(0, 0);

  ConflictGauges(ConflictStore store, MeterRegistry registry) {
    this.store = store;
    Gauge.builder("pfa_sync_conflicts_open", () -> health.unresolved())
        .description("Conflicts that wait for a person")
        .register(registry);
    Gauge.builder("pfa_sync_conflict_oldest_open_age", () -> health.oldestAgeSeconds())
        .description("Age of the oldest conflict that waits for a person")
        .baseUnit("seconds")
        .tag("resolution", "manual")
        .register(registry);
  }

  @Scheduled(fixedDelay = 10_000)
  void refresh() {
    try {
      health = store.health();
    } catch (DataAccessException | TransactionException e) {
      log.debug("Conflict numbers are as of before: {}", e.getMessage());
    }
  }
}
