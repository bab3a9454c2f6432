package com.pfavanguard.kernel;

import org.jspecify.annotations.Nullable;

/**
 * One bad value of a request: which change (0-based), record and field, a stable code and a
 * sentence.
 */
public record FieldError(
    int index, @Nullable String pfaId, @Nullable String field, String code, String message) {}
