package com.pfavanguard.pems;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the target's organization a bulk read wants, sorted by pfaId.
 *
 * @param changedSince inclusive watermark on the PEMS moment of last change; null for all
 * @param pageSize rows per call, at most 10,000
 */
public record GridQuery(@Nullable Instant changedSince, int pageSize) {}
