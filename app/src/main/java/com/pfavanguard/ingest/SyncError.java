package com.pfavanguard.ingest;

/** Why a read failed: a stable code, and a sentence for the planner. */
public record SyncError(String code, String detail) {}
