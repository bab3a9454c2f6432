package com.pfavanguard.release.judge;

import java.math.BigDecimal;

/** What a source answered to one measurement. Sources say what they saw; they never judge. */
public sealed interface Reading {

  /** One quantity, such as a queue's size or a 95th percentile. */
  record Level(Quantity value) implements Reading {}

  /**
   * So many of so many, such as failed of all requests.
   *
   * @param hits those counted, 0 to {@code of}
   * @param of all observations
   */
  record Share(long hits, long of) implements Reading {
    public Share {
      if (hits < 0 || of < hits) {
        throw new IllegalArgumentException("%d of %d is no share".formatted(hits, of));
      }
    }
  }

  /** Words, such as a time or an id: recorded, never judged. */
  record Words(String text) implements Reading {}

  /** The source answered with nothing: an empty result, an empty window. */
  record Nothing(String why) implements Reading {}

  /** No usable answer: a timeout, a 500, NaN, two series where one is expected. */
  record Broken(String why) implements Reading {}

  /**
   * A level as a source gives it, in binary floating point.
   *
   * @return {@link Broken} for NaN and infinities: they are comparisons that never fail
   */
  static Reading level(double value, Unit unit) {
    return Double.isFinite(value)
        ? new Level(new Quantity(new BigDecimal(Double.toString(value)), unit))
        : new Broken("the value is " + value);
  }
}
