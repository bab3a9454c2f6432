package com.pfavanguard.launcher.process;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides what follows the death of one child: a restart after a growing pause, or giving up after
 * several quick deaths in a row. Not thread-safe.
 */
final class Restarts {
  static final Duration USUAL_FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration QUICK = Duration.ofSeconds(60);
  private static final int QUICK_DEATHS_ALLOWED = 4;

  private static final int DOUBLINGS = 4;

  private final Duration firstPause;
  private final int quickDeathsAllowed;
  private int quickDeaths;

  Restarts(Duration firstPause) {
    this(firstPause, QUICK_DEATHS_ALLOWED);
  }

  Restarts(Duration firstPause, int quickDeathsAllowed) {
    this.firstPause = firstPause;
    this.quickDeathsAllowed = quickDeathsAllowed;
  }

  /** What to do next. */
  sealed interface Decision {
    record RestartAfter(Duration pause) implements Decision {}

    record GiveUp(int deaths) implements Decision {}
  }

  Decision afterDeath(Instant started, Instant died) {
    boolean quick = Duration.between(started, died).compareTo(QUICK) < 0;
    quickDeaths = quick ? quickDeaths + 1 : 1;
    return quickDeaths > quickDeathsAllowed
        ? new Decision.GiveUp(quickDeaths)
        : new Decision.RestartAfter(
            firstPause.multipliedBy(1L << Math.min(quickDeaths - 1, DOUBLINGS)));
  }
}
