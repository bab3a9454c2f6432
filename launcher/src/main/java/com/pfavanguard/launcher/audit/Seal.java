package com.pfavanguard.launcher.audit;

import java.util.List;

/**
 * One link of an organization's chain as stored.
 *
 * @param entryDigests in the order of the ids
 */
record Seal(
    String organization,
    long number,
    List<Long> entryIds,
    List<Digest> entryDigests,
    Digest digest) {}
