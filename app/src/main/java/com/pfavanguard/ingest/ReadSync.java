package com.pfavanguard.ingest;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Reading an organization's records from PEMS into the mirror. A read changes the mirror in one
 * transaction at its end, or not at all.
 */
public interface ReadSync {
  /** Starts a read in the background. */
  SyncStart start(ReadWish wish);

  /** The read of this id if it belongs to one of the organizations. */
  Optional<SyncRun> find(Collection<String> organizationIds, UUID syncId);

  /** When the newest complete read of the organization ended. */
  Optional<Instant> lastCompleted(String organizationId);
}
