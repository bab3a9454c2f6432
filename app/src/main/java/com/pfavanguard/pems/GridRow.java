package com.pfavanguard.pems;

import com.pfavanguard.kernel.FieldValues;

/** One record of a bulk read. */
public record GridRow(String pfaId, long recordid, FieldValues values) {}
