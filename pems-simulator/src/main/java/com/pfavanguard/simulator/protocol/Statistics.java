package com.pfavanguard.simulator.protocol;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts of what came in. */
public final class Statistics {
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong limited = new AtomicLong();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostRunning = new AtomicInteger();

  void begun() {
    requests.incrementAndGet();
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
  }

  void ended() {
    running.decrementAndGet();
  }

  void limited() {
    limited.incrementAndGet();
  }

  public long requests() {
    return requests.get();
  }

  /** Requests answered 429 by the rate limit. */
  public long rejectedByRateLimit() {
    return limited.get();
  }

  public int maxConcurrentRequests() {
    return mostRunning.get();
  }
}
