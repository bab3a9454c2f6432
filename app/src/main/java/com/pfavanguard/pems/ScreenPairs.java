package com.pfavanguard.pems;

/**
 * The field-value pairs of a screen record as the JSON text that PEMS sent: an array, or one object
 * where a tenant collapses single elements. Only this module looks inside; public so that a
 * stand-in for the gateway can make records.
 */
public record ScreenPairs(String json) implements LiveRecord.RawPairs {}
