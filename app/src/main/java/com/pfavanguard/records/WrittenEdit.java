package com.pfavanguard.records;

import com.pfavanguard.kernel.FieldValues;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edit with the version that it made in PEMS.
 *
 * @param payload what was to be written
 * @param version null when it wrote nothing: it never arrived, or PEMS held its values already
 * @param versionBefore the newest version known from before
 */
public record WrittenEdit(
    UUID modificationId,
    String pfaId,
    SyncStatus status,
    FieldValues payload,
    @Nullable Long version,
    @Nullable Long versionBefore) {}
