package com.pfavanguard.pems.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Closes streams that are still being read at their deadline: a body may drip for ever. */
final class Deadlines implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("pems-deadlines").factory());

  Deadlines() {
    timer.setRemoveOnCancelPolicy(true);
  }

  Watch close(Closeable stream, long deadlineNanos) {
    return new Watch(stream, deadlineNanos - System.nanoTime());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** The watch over one stream; closing it calls the deadline off. */
  final class Watch implements AutoCloseable {
    private volatile boolean fired;
    private final ScheduledFuture<?> alarm;

    private Watch(Closeable stream, long nanos) {
      this.alarm = timer.schedule(() -> fire(stream), nanos, TimeUnit.NANOSECONDS);
    }

    /** Whether the stream ended because its time was up. */
    boolean fired() {
      return fired;
    }

    private void fire(Closeable stream) {
      fired = true;
      try {
        stream.close();
      } catch (IOException e) {
        // It is being abandoned; its reader reports the timeout.
      }
    }

    @Override
    public void close() {
      alarm.cancel(false);
    }
  }
}
