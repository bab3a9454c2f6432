package com.pfavanguard.pems;

import com.pfavanguard.kernel.FieldValues;

/**
 * One record of a bulk read.
 *
 * @param values every field this product knows, but those that the grid has no column for
 */
public record GridRow(String pfaId, long recordid, FieldValues values) {}
