package com.pfavanguard.release.adapter.promql;

import java.util.List;

/** Where series are kept. */
public interface Samples {
  /**
   * Every series of this name with its points in the half-open range, oldest first; none without
   * points.
   *
   * @param from seconds since the epoch, exclusive
   * @param to inclusive
   */
  List<Slice> range(String name, double from, double to);
}
