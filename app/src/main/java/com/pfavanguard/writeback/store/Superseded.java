package com.pfavanguard.writeback.store;

import com.pfavanguard.kernel.trace.Origin;
import java.util.UUID;

/**
 * A waiting edit that a later one takes the place of.
 *
 * @param trace where its attempt would have belonged
 */
public record Superseded(UUID modificationId, Origin trace) {}
