package com.pfavanguard.ingest;

/** How much a read fetches; the names are those of the API and the database. */
public enum SyncType {
  /** Every record; what PEMS no longer has is marked as removed. */
  full,
  /** What changed since the last completed read; removes nothing. */
  incremental
}
