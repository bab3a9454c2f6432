package com.pfavanguard.records.domain;

import java.math.BigDecimal;

/** Sums of the rounded costs of every record a listing matches. */
public record RecordTotals(
    long count, BigDecimal plan, BigDecimal forecast, BigDecimal actual, BigDecimal variance) {}
