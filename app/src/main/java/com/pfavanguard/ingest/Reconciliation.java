package com.pfavanguard.ingest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of an organization's mirror with PEMS, as the API shows it.
 *
 * @param recordsCompared how many records PEMS has
 * @param missing records that PEMS has and the mirror had not
 * @param extra records that the mirror has and PEMS has not
 * @param fieldDiffers records of which at least one planner's field differed
 * @param versionDiffers records of which the version alone differed
 * @param healed how many of all these were brought in line with PEMS
 * @param error null unless it failed
 */
public record Reconciliation(
    UUID reconciliationId,
    String organizationId,
    SyncTrigger trigger,
    Status status,
    long recordsCompared,
    long missing,
    long extra,
    long fieldDiffers,
    long versionDiffers,
    long healed,
    Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable SyncError error) {

  /** The names of the API and the database. */
  public enum Status {
    running,
    completed,
    failed
  }
}
