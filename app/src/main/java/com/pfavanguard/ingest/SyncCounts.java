package com.pfavanguard.ingest;

import org.jspecify.annotations.Nullable;

/**
 * How far a read came and what it did to the mirror.
 *
 * @param expectedRows what PEMS counted before; null until then
 * @param passes how often the pages were read from the first on: again when records came or went
 * @param caughtUp records that changed in PEMS while the pages were read, and were read once more
 */
public record SyncCounts(
    @Nullable Long expectedRows,
    long rowsRead,
    int pagesRead,
    int passes,
    long caughtUp,
    long inserted,
    long changed,
    long unchanged,
    long removed) {}
