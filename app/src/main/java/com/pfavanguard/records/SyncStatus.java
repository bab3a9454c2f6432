package com.pfavanguard.records;

/** The states of a modification, as stored and shown (API contract, Life of an edit). */
public enum SyncStatus {
  draft,
  queued,
  syncing,
  synced,
  superseded,
  conflict,
  awaiting_approval,
  failed,
  discarded
}
