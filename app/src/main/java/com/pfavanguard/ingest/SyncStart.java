package com.pfavanguard.ingest;

import java.util.UUID;

/** What came of the wish to read from PEMS. */
public sealed interface SyncStart {
  /** The read runs in the background. */
  record Started(SyncRun run) implements SyncStart {}

  /** Only one read of an organization runs at a time. */
  record AlreadyRunning(UUID syncId) implements SyncStart {}

  /** The organization's PEMS connection is not configured here. */
  record NotConfigured(String detail) implements SyncStart {}
}
