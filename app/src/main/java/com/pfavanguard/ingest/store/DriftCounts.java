package com.pfavanguard.ingest.store;

/** How many records differed in which way, and how many of them were healed. */
public record DriftCounts(
    long missing, long extra, long fieldDiffers, long versionDiffers, long healed) {}
