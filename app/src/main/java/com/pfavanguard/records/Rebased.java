package com.pfavanguard.records;

import com.pfavanguard.kernel.FieldValues;
import java.util.UUID;

/**
 * A modification that goes on its way again from a newer base.
 *
 * @param version the PEMS version that the person who decided was shown
 * @param base what it held in the fields of the payload
 */
public record Rebased(UUID modificationId, long version, FieldValues base, FieldValues payload) {}
