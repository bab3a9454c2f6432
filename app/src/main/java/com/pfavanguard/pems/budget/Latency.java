package com.pfavanguard.pems.budget;

/**
 * Tells when single-record calls have become slow: three times their usual time, and more than a
 * second. Safe for many threads.
 */
final class Latency {
  private static final double SLOW_FACTOR = 3;
  private static final double SLOW_NANOS = 1e9;
  private static final double OF_RECENT = 0.2;
  private static final double OF_USUAL = 0.005;
  private static final int ENOUGH = 20;

  private double recent;
  private double usual;
  private int calls;

  /** Takes a call's time in; true when calls are slow now. */
  synchronized boolean slowAfter(long nanos) {
    if (calls < ENOUGH) {
      calls++;
      usual += (nanos - usual) / calls;
      recent = usual;
      return false;
    }
    recent += OF_RECENT * (nanos - recent);
    usual += OF_USUAL * (nanos - usual);
    return recent > SLOW_NANOS && recent > SLOW_FACTOR * usual;
  }
}
