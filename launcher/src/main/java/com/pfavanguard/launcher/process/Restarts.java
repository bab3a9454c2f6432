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

  private final Duration firstPause;
  private int quickDeaths;

  Restarts(Duration firstPause) {
    this.firstPause = firstPause;
  }

  /** What to do next. */
  sealed interface Decision {
    record RestartAfter(Duration pause) implements Decision {}

    record GiveUp(int deaths) implements Decision {}
  }

  Decision afterDeath(Instant started, Instant died) {
    boolean quick = Duration.between(started, died).compareTo(QUICK) < 0;
    quickDeaths = quick ? quickDeaths + 1 : 1;
    return quickDeaths > QUICK_DEATHS_ALLOWED
        ? new Decision.GiveUp(quickDeaths)
        : new Decision.RestartAfter(firstPause.multipliedBy(1L << (quickDeaths - 1)));
  }
}
