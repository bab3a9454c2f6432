package com.pfavanguard.ingest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish to read an organization from PEMS.
 *
 * @param requestedBy the user; null for a schedule
 * @param confirmation what its requester has seen and agreed to; null for a usual read
 */
public record ReadWish(
    String organizationId,
    SyncType type,
    SyncTrigger trigger,
    @Nullable UUID requestedBy,
    @Nullable Confirmation confirmation) {

  /**
   * Exactly so many records are gone from PEMS, and may go from the mirror.
   *
   * @param removals more than one read may remove unasked
   */
  public record Confirmation(long removals, String reason) {}

  /** A read that the timetable asks for. */
  public static ReadWish scheduled(String organizationId, SyncType type) {
    return new ReadWish(organizationId, type, SyncTrigger.schedule, null, null);
  }
}
