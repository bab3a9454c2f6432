package com.pfavanguard.traffic;

import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /health}.
 *
 * @param version of who answered; null when the answer named none
 * @param colour that the proxy says it led to; null when it was asked directly
 */
public record Health(boolean healthy, @Nullable String version, @Nullable Colour colour) {}
