package com.pfavanguard.release.adapter.promql;

/**
 * One value of one moment.
 *
 * @param at seconds since the epoch
 */
public record Point(double at, double value) {}
