package com.pfavanguard.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Why a read failed: a stable code, and a sentence for the planner.
 *
 * @param removals how many records were gone from PEMS, where that is why; what a confirmation must
 *     name
 */
public record SyncError(String code, String detail, @Nullable Long removals) {
  public SyncError(String code, String detail) {
    this(code, detail, null);
  }
}
