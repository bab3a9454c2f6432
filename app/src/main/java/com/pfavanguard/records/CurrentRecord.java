package com.pfavanguard.records;

import com.pfavanguard.kernel.FieldValues;

/**
 * A record as PEMS had it when it was last seen, without anybody's edits.
 *
 * @param removed gone from PEMS at the last complete read
 */
public record CurrentRecord(long version, FieldValues values, boolean removed) {}
