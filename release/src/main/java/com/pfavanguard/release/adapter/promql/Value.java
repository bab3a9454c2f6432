package com.pfavanguard.release.adapter.promql;

import java.util.List;

/** What an expression is at one moment. */
sealed interface Value {
  record Scalar(double value) implements Value {}

  record Vector(List<Sample> samples) implements Value {}

  /**
   * @param from seconds since the epoch: the range's begin, which may lie before its first point
   */
  record Range(List<Slice> slices, double from, double to) implements Value {}

  record Text(String text) implements Value {}
}
