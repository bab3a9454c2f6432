package com.pfavanguard.kernel;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is asked for more often than it need be done. It runs on a virtual thread, never twice
 * at once; every request made during a run leads to exactly one more run. Safe for many threads.
 */
public final class CoalescedTask {
  private static final Logger log = LoggerFactory.getLogger(CoalescedTask.class);

  private final String name;
  private final Duration pause;
  private final Runnable work;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicBoolean failing = new AtomicBoolean();

  /**
   * @param pause least time between the end of a run and the next start
   */
  public CoalescedTask(String name, Duration pause, Runnable work) {
    this.name = name;
    this.pause = pause;
    this.work = work;
  }

  /** Without a pause between runs. */
  public CoalescedTask(String name, Runnable work) {
    this(name, Duration.ZERO, work);
  }

  /** Returns at once; the work starts soon. A failure is logged and does not stop later runs. */
  public void request() {
    if (requests.getAndIncrement() == 0) {
      Thread.ofVirtual().name(name).start(this::runWhileRequested);
    }
  }

  private void runWhileRequested() {
    int seen;
    do {
      seen = requests.get();
      runOnce();
      rest();
    } while (!requests.compareAndSet(seen, 0));
  }

  private void runOnce() {
    try {
      work.run();
      failing.set(false);
    } catch (RuntimeException e) {
      // Repeated failures (a database that is away) would flood the log.
      if (!failing.getAndSet(true)) {
        log.warn("{} failed; it will be tried again", name, e);
      }
    }
  }

  private void rest() {
    if (pause.isZero()) {
      return;
    }
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
