package com.pfavanguard.ops.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Write-back over all organizations, as counts. */
record WriteSyncState(boolean autoSync, WorkerState worker, QueueState queue) {
  /** A worker that has not given sign of life for this long is dead. */
  static final Duration WORKER_PATIENCE = Duration.ofSeconds(30);

  static final String SQL =
      "SELECT * FROM write_sync_health(interval '" + WORKER_PATIENCE.toSeconds() + " seconds')";

  record WorkerState(boolean running, long instances, @Nullable Instant lastHeartbeat) {}

  /**
   * @param size edits that wait
   * @param processing edits that a worker has in hand
   * @param oldestAgeSeconds how long the oldest waiting edit has waited; 0 without any
   */
  record QueueState(long size, long processing, long failed, long oldestAgeSeconds) {}

  static WriteSyncState read(ResultSet row) throws SQLException {
    long workers = row.getLong("workers");
    OffsetDateTime beat = row.getObject("last_heartbeat", OffsetDateTime.class);
    return new WriteSyncState(
        row.getBoolean("auto_sync"),
        new WorkerState(workers > 0, workers, beat == null ? null : beat.toInstant()),
        new QueueState(
            row.getLong("pending"),
            row.getLong("processing"),
            row.getLong("failed"),
            row.getLong("oldest_age_seconds")));
  }

  /** Whether edits are written, or are meant to wait. */
  boolean healthy() {
    return worker.running() || !autoSync;
  }
}
