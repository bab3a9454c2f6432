package com.pfavanguard.pems.layout;

import com.pfavanguard.pems.value.GridText;

/**
 * The grid of bulk reads.
 *
 * @param firstCursor the tenant's position of the first row: 1, or 0
 */
public record GridLayout(
    String name, String id, long firstCursor, FieldNames names, GridText text) {}
