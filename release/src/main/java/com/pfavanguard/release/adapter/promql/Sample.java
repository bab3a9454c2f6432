package com.pfavanguard.release.adapter.promql;

/** One series at one moment. */
public record Sample(Labels labels, double value) {}
