package com.pfavanguard.trial.bench;

import com.pfavanguard.launcher.client.VanguardApi;
import java.util.Arrays;

/** Somebody who asks, and how long each answer took. */
final class Caller {
  private static final double NANOS_PER_MILLI = 1e6;

  final String what;
  final VanguardApi api;
  private final long[] nanos;

  Caller(String what, VanguardApi api, int requests) {
    this.what = what;
    this.api = api;
    this.nanos = new long[requests];
  }

  void took(int request, long time) {
    nanos[request] = time;
  }

  double median() {
    return at(0.5);
  }

  /** In milliseconds. */
  double at(double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * (sorted.length - 1))] / NANOS_PER_MILLI;
  }
}
