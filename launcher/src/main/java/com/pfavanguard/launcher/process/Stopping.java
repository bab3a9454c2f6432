package com.pfavanguard.launcher.process;

import java.io.IOException;
import java.time.Duration;

/** Ends one process: asks, waits its grace, then kills. */
final class Stopping {
  private static final Duration AFTER_KILL = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(20);

  private Stopping() {}

  /** Returns whether it went by itself within the grace. */
  static boolean stop(ProcessIdentity process, ChildKind kind)
      throws IOException, InterruptedException {
    if (!process.alive()) {
      return true;
    }
    Signals.send(process.pid(), kind.stopSignal());
    if (ended(process, kind.grace())) {
      return true;
    }
    Signals.send(process.pid(), "KILL");
    ended(process, AFTER_KILL);
    return false;
  }

  private static boolean ended(ProcessIdentity process, Duration within)
      throws InterruptedException {
    long deadline = System.nanoTime() + within.toNanos();
    while (process.alive()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(LOOK);
    }
    return true;
  }
}
