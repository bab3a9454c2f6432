package com.pfavanguard.audit.domain;

import com.pfavanguard.kernel.FieldValues;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it was written.
 *
 * @param before null where no values are concerned
 * @param detail a JSON object
 */
public record StoredEntry(
    long entryId,
    Instant at,
    String action,
    Actor actor,
    @Nullable String pfaId,
    @Nullable UUID modificationId,
    @Nullable UUID jobId,
    @Nullable String reason,
    @Nullable FieldValues before,
    @Nullable FieldValues after,
    String detail,
    @Nullable String requestId) {

  /**
   * @param kind user, worker, system or operator
   */
  public record Actor(String kind, String id, String name) {}

  public AuditCursor cursor() {
    return new AuditCursor(at, entryId);
  }
}
