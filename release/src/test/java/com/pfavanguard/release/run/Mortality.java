package com.pfavanguard.release.run;

import java.util.function.BooleanSupplier;

/** Counts the moments of a runner's life and ends it at one of them. */
final class Mortality {
  private BooleanSupplier fate = () -> false;
  private int moment;
  private int last = Integer.MAX_VALUE;

  void dieAt(int chosen) {
    moment = 0;
    last = chosen;
  }

  /** At the first moment at which it holds. */
  void dieWhen(BooleanSupplier condition) {
    live();
    fate = condition;
  }

  void live() {
    dieAt(Integer.MAX_VALUE);
    fate = () -> false;
  }

  /** A moment at which a process may be killed. */
  void moment() {
    moment++;
    if (moment == last || fate.getAsBoolean()) {
      throw new Killed();
    }
  }

  int moments() {
    return moment;
  }
}
