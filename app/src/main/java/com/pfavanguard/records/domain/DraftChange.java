package com.pfavanguard.records.domain;

import com.pfavanguard.kernel.FieldValues;
import org.jspecify.annotations.Nullable;

/**
 * One edit to be saved as a draft.
 *
 * @param baseVersion the mirror version its author was shown; null for the one of now
 */
public record DraftChange(
    String pfaId, @Nullable Long baseVersion, FieldValues edit, @Nullable String reason) {}
