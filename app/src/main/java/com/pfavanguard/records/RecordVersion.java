package com.pfavanguard.records;

import com.pfavanguard.kernel.FieldValues;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a record as PEMS had it.
 *
 * @param source {@code read} when a read brought it, {@code write} when an edit of ours made it,
 *     {@code removed}
 * @param overwroteUnseen versions before it that our write passed over unseen; 0 but where a tenant
 *     does not check the recordid
 * @param author who made it here; for versions only read, who PEMS says
 */
public record RecordVersion(
    long version,
    String source,
    @Nullable String author,
    @Nullable String reason,
    @Nullable UUID modificationId,
    Instant recordedAt,
    long overwroteUnseen,
    FieldValues values) {}
