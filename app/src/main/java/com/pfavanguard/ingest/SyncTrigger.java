package com.pfavanguard.ingest;

/** Who started a read; the names are those of the database and the metrics. */
public enum SyncTrigger {
  manual,
  schedule
}
