package com.pfavanguard.records;

import com.pfavanguard.kernel.FieldValues;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft that has just become a queued edit.
 *
 * @param commitNumber orders it among all others
 * @param base what its author was shown in the fields of the delta
 */
public record CommittedDraft(
    UUID modificationId,
    String pfaId,
    long commitNumber,
    @Nullable String reason,
    FieldValues base,
    FieldValues delta) {}
