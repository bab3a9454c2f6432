package com.pfavanguard.live.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A numbered event as browsers get it.
 *
 * @param sequence position among the organization's events, without gaps from 1
 * @param data a JSON object
 */
public record LiveEvent(
    String organizationId,
    long sequence,
    String type,
    @Nullable String pfaId,
    @Nullable UUID jobId,
    Instant occurredAt,
    String data) {}
