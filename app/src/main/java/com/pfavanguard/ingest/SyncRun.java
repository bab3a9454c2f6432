package com.pfavanguard.ingest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One read from PEMS, as the API shows it.
 *
 * @param rowsPerSecond rows read by the whole run's time so far
 * @param error null unless it failed
 */
public record SyncRun(
    UUID syncId,
    String organizationId,
    SyncType syncType,
    Status status,
    Phase phase,
    @JsonUnwrapped SyncCounts counts,
    double rowsPerSecond,
    Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable SyncError error) {

  /** The names of the API and the database. */
  public enum Status {
    running,
    completed,
    failed
  }

  /** The names of the API and the database. */
  public enum Phase {
    counting,
    reading,
    merging,
    done
  }
}
