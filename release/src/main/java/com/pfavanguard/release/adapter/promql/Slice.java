package com.pfavanguard.release.adapter.promql;

import java.util.List;

/** The points of one series within a range, oldest first. */
public record Slice(Labels labels, List<Point> points) {}
