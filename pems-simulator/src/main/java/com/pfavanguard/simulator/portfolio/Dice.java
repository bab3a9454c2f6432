package com.pfavanguard.simulator.portfolio;

import java.util.List;

/** Repeatable chance: the same seeds roll the same numbers for ever (SplitMix64). */
public final class Dice {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private long state;

  public Dice(long... seeds) {
    for (long seed : seeds) {
      state = mix(state * 31 + seed + GAMMA);
    }
  }

  private static long mix(long value) {
    long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }

  private long next() {
    state += GAMMA;
    return mix(state);
  }

  /** A whole number from 0 up to, not including, the bound. */
  public int below(int bound) {
    return (int) Math.floorMod(next(), (long) bound);
  }

  /** A whole number between two, both included. */
  public int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** True in so many of a hundred cases. */
  public boolean percent(int share) {
    return below(100) < share;
  }

  /** A fraction from 0 up to, not including, 1. */
  public double fraction() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  public <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
