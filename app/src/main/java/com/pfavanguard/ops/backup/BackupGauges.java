package com.pfavanguard.ops.backup;

import com.pfavanguard.kernel.Role;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** {@code pfa_backup_*}: 0 until there was a backup. Asked apart, so that no scrape waits. */
@Component
@Role.Server
class BackupGauges {
  private static final Logger log = LoggerFactory.getLogger(BackupGauges.class);

  private final BackupRuns runs;
  private volatile BackupRuns.Last last = BackupRuns.Last.NONE;

  BackupGauges(BackupRuns runs, MeterRegistry meters) {
    this.runs = runs;
    gauge(
        meters,
        "last_success_timestamp",
        "seconds",
        "When the last good backup was taken",
        BackupRuns.Last::success);
    gauge(meters, "size", "bytes", "Size of the last good backup", BackupRuns.Last::sizeBytes);
    gauge(
        meters,
        "duration",
        "seconds",
        "How long the last good backup took",
        BackupRuns.Last::durationSeconds);
    gauge(
        meters,
        "last_verified_timestamp",
        "seconds",
        "When a backup was last restored and compared",
        BackupRuns.Last::verified);
  }

  private void gauge(
      MeterRegistry meters,
      String name,
      String unit,
      String description,
      ToDoubleFunction<BackupRuns.Last> value) {
    Gauge.builder("pfa_backup_" + name, () -> value.applyAsDouble(last))
        .description(description)
        .baseUnit(unit)
        .register(meters);
  }

  @Scheduled(fixedDelay = 10_000)
  void refresh() {
    try {
      last = runs.last();
    } catch (DataAccessException | TransactionException e) {
      log.debug("Backup numbers are as of before: {}", e.getMessage());
    }
  }
}
