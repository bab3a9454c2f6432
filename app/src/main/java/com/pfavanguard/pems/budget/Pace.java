package com.pfavanguard.pems.budget;

import com.pfavanguard.pems.PemsConnection.Limits;
import java.time.Duration;

/**
 * How fast slots follow one another. PEMS sees a token bucket of its own, and requests reach it
 * later than they were sent and bunched: so half of the capacity is never spent as a burst but kept
 * for lateness, and the rate stays half a percent below the refill, for two clocks never run alike.
 *
 * @param slot time between two requests
 * @param saved slots that an idle connection may send at once, beside the next one
 * @param tolerance how late a slot may be used; a quarter of the capacity is left for the network
 */
record Pace(Duration slot, double saved, Duration tolerance) {
  private static final double BELOW_REFILL = 0.995;
  private static final double NANOS = 1e9;

  /** One process books slots for this long at most, so that others need not wait for long. */
  private static final Duration BOOKED = Duration.ofMillis(100);

  private static final long LEAST_TOLERANCE_NANOS = 20_000_000;

  /**
   * @param share of the limits in use, above 0 and at most 1
   */
  static Pace of(Limits limits, double share) {
    double perSecond = limits.requestsPerSecond() * BELOW_REFILL * share;
    long late = (long) (limits.burst() / 4.0 / limits.requestsPerSecond() * NANOS);
    return new Pace(
        Duration.ofNanos((long) (NANOS / perSecond)),
        Math.max(0, limits.burst() / 2.0 - 1),
        Duration.ofNanos(Math.max(LEAST_TOLERANCE_NANOS, late)));
  }

  /** How many slots a process books at once. */
  int batch() {
    return (int) Math.max(1, BOOKED.toNanos() / slot.toNanos());
  }

  double slotSeconds() {
    return slot.toNanos() / NANOS;
  }
}
