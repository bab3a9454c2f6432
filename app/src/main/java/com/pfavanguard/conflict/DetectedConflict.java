package com.pfavanguard.conflict;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.PfaKey;
import java.util.Set;
import java.util.UUID;

/**
 * An edit that met somebody else's.
 *
 * @param fields the overlapping ones; empty when all merged by themselves
 * @param pems the whole record as it was found, with who changed it and when
 */
public record DetectedConflict(
    PfaKey key,
    UUID modificationId,
    Set<PfaField> fields,
    long baseVersion,
    FieldValues base,
    FieldValues ours,
    long pemsVersion,
    FieldValues pems) {}
