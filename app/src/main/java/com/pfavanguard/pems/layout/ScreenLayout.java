package com.pfavanguard.pems.layout;

import java.time.ZoneId;

/**
 * The user-defined screen of single records.
 *
 * @param serverZone in which the tenant shows moments
 */
public record ScreenLayout(String name, FieldNames names, ZoneId serverZone) {}
