package com.pfavanguard.simulator.fault;

import java.util.function.LongSupplier;

/** A rate limit: holds a burst of tokens and refills at the rate. */
public final class TokenBucket {
  private static final double SECOND = 1e9;
  private final LongSupplier nanos;
  private double tokens = Double.MAX_VALUE;
  private long filledAt;

  /** A full bucket; {@code nanos} is a clock that only runs forward. */
  public TokenBucket(LongSupplier nanos) {
    this.nanos = nanos;
    this.filledAt = nanos.getAsLong();
  }

  /** Takes a token, or says how many whole seconds until there is one; 0 means taken. */
  public synchronized long take(int perSecond, int burst) {
    long now = nanos.getAsLong();
    tokens = Math.min(burst, tokens + (now - filledAt) / SECOND * perSecond);
    filledAt = now;
    if (tokens >= 1) {
      tokens--;
      return 0;
    }
    return Math.max(1, (long) Math.ceil((1 - tokens) / perSecond));
  }
}
