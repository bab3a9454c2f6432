package com.pfavanguard.release.run;

/** Counts the moments of a runner's life and ends it at one of them. */
final class Mortality {
  private int moment;
  private int last = Integer.MAX_VALUE;

  void dieAt(int chosen) {
    moment = 0;
    last = chosen;
  }

  void live() {
    dieAt(Integer.MAX_VALUE);
  }

  /** A moment at which a process may be killed. */
  void moment() {
    moment++;
    if (moment == last) {
      throw new Killed();
    }
  }

  int moments() {
    return moment;
  }
}
