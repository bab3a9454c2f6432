package com.pfavanguard.conflict;

import com.pfavanguard.kernel.FieldValues;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A decision on a conflict.
 *
 * @param version the PEMS version it was made on
 * @param payload what is to be written; empty when our edit is given up
 * @param costImpact cost of the record after less before, in the organization's currency
 */
public record Resolved(
    UUID conflictId,
    Resolution resolution,
    long version,
    FieldValues payload,
    BigDecimal costImpact) {}
