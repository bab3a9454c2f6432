package com.pfavanguard.kernel;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something browsers want to see, published as a Spring event inside the transaction that makes it
 * true. The type is the name of a live event in the API contract.
 */
public record SyncFact(
    Type type,
    String organizationId,
    @Nullable String pfaId,
    @Nullable UUID jobId,
    Map<String, ? extends @Nullable Object> data) {

  /** The names on the wire. */
  public enum Type {
    SYNC_QUEUED,
    SYNC_STARTED,
    SYNC_PROGRESS,
    SYNC_SUCCESS,
    SYNC_CONFLICT,
    SYNC_FAILED,
    RECORD_CHANGED
  }

  /** Facts of one transaction, published together so that they are stored in one statement. */
  public record Batch(List<SyncFact> facts) {}
}
