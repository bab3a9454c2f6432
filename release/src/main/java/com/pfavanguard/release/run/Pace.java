package com.pfavanguard.release.run;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Time and hands: real in production, settable in tests. */
public interface Pace {

  Clock clock();

  /** Lets time pass. */
  void pass(Duration time);

  /**
   * Does work that may take long, and meanwhile {@code meanwhile}, every second or so. When that
   * throws, the work is interrupted and given a moment to end; then it is thrown on.
   */
  <T> T during(Supplier<T> work, Runnable meanwhile);

  /** Asks all at once; one that does not answer in time leaves its place to {@code late}. */
  <T> List<T> together(List<Supplier<T>> questions, T late);
}
