package com.pfavanguard.ingest;

import org.jspecify.annotations.Nullable;

/**
 * How far a read came and what it did to the mirror.
 *
 * @param expectedRows what PEMS counted before; null until then
 */
public record SyncCounts(
    @Nullable Long expectedRows,
    long rowsRead,
    int pagesRead,
    long inserted,
    long changed,
    long unchanged,
    long removed) {}
