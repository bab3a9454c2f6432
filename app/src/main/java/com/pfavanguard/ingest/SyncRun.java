package com.pfavanguard.ingest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One read from PEMS, as the API shows it.
 *
 * @param rowsPerSecond rows read by the whole run's time so far
 * @param confirmedRemovals so many were to go, as its requester had seen; null for a usual read
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
    @Nullable Long confirmedRemovals,
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
