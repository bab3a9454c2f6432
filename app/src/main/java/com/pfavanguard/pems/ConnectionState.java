package com.pfavanguard.pems;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is doing, as all processes know it together. All moments are the database's.
 *
 * @param open whether the circuit is open: PEMS is away, and only probes are sent
 * @param since when the circuit opened or closed last
 * @param failures calls in a row that PEMS did not answer
 * @param lastFailure in words, without secrets; null when there never was one
 * @param nextProbeAt when the open circuit is tried again; null while it is closed
 * @param share of the request budget in use now, 1 for all of it; below after PEMS slowed down or
 *     answered 429
 * @param heldUntil PEMS said Retry-After: nothing is sent before; null or past when nothing holds
 */
public record ConnectionState(
    String connectionId,
    boolean open,
    Instant since,
    int failures,
    @Nullable String lastFailure,
    @Nullable Instant nextProbeAt,
    double share,
    @Nullable Instant heldUntil) {}
