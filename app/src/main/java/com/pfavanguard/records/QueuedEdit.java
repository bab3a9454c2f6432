package com.pfavanguard.records;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A committed edit as it will be written.
 *
 * @param baseVersion the version its author knows: the one shown, or a later one that they wrote
 *     themselves
 * @param base what the author knows to be in the fields of the payload
 * @param payload the fields to write
 */
public record QueuedEdit(
    UUID modificationId,
    PfaKey key,
    UUID authorId,
    String author,
    @Nullable String reason,
    long baseVersion,
    FieldValues base,
    FieldValues payload) {}
