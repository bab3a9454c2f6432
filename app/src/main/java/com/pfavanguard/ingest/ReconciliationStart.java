package com.pfavanguard.ingest;

import java.util.UUID;

/** What came of the wish to compare the mirror with PEMS. */
public sealed interface ReconciliationStart {
  /** It runs in the background. */
  record Started(Reconciliation reconciliation) implements ReconciliationStart {}

  /** Only one comparison of an organization runs at a time. */
  record AlreadyRunning(UUID reconciliationId) implements ReconciliationStart {}

  /** The organization's PEMS connection is not configured here. */
  record NotConfigured(String detail) implements ReconciliationStart {}
}
