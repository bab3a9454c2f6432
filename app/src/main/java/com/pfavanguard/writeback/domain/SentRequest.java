package com.pfavanguard.writeback.domain;

import com.pfavanguard.kernel.FieldValues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt last asked of PEMS, as far as a person needs it: never a header or a credential.
 *
 * @param action GET or UPDATE
 * @param recordid the lock that was sent; null for a GET
 * @param fields what was to be changed, by name
 */
public record SentRequest(
    String action, @Nullable Long recordid, FieldValues fields, Instant sentAt) {}
