package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.fault.Fault;
import com.pfavanguard.simulator.fault.Strike;
import com.pfavanguard.simulator.fault.Strikes;
import com.pfavanguard.simulator.portfolio.Dice;

/** Slowness of the simulated server; the thread that waits is virtual. */
final class Delay {
  /** Standard deviations between the median and the 99th percentile of a normal distribution. */
  private static final double P99 = 2.326;

  private Delay() {}

  static void sleep(Strikes strikes) {
    long millis = 0;
    for (Strike strike : strikes.all()) {
      millis += millis(strike.fault(), strike.dice());
    }
    sleep(millis);
  }

  static void sleep(long millis) {
    if (millis == 0) {
      return;
    }
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long millis(Fault fault, Dice dice) {
    return switch (fault) {
      case Fault.Latency(int least, int most) -> dice.between(least, most);
      case Fault.SkewedLatency(int p50, int p99) -> {
        double deviation = Math.log((double) p99 / p50) / P99;
        yield Math.round(p50 * Math.exp(deviation * gauss(dice)));
      }
      default -> 0;
    };
  }

  /** Box and Muller's way to a normal number. */
  private static double gauss(Dice dice) {
    double radius = Math.sqrt(-2 * Math.log(1 - dice.fraction()));
    return radius * Math.cos(2 * Math.PI * dice.fraction());
  }
}
