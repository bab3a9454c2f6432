package com.pfavanguard.release.report;

import org.jspecify.annotations.Nullable;

/**
 * One blank of the checklist, filled.
 *
 * @param lines of the paper document; none where it has no such blank
 * @param value with its unit; {@code not reached} where the release never came to it
 * @param asked of the value; none where it is only recorded
 * @param mark ✓ kept, ✗ not kept, empty where nothing is asked
 * @param proof n, window, source and time, or the person who said so
 */
public record Row(
    @Nullable String lines,
    String id,
    String value,
    @Nullable String asked,
    String mark,
    String proof) {}
