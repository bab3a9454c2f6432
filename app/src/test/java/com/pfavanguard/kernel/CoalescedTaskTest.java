package com.pfavanguard.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CoalescedTaskTest {

  @Test
  void requestsDuringARunLeadToOneMoreRun() {
    AtomicInteger runs = new AtomicInteger();
    Semaphore gate = new Semaphore(0);
    CountDownLatch started = new CountDownLatch(1);
    CoalescedTask task =
        new CoalescedTask(
            "counting",
            () -> {
              runs.incrementAndGet();
              started.countDown();
              gate.acquireUninterruptibly();
            });

    task.request();
    await().until(() -> started.getCount() == 0);
    for (int i = 0; i < 100; i++) {
      task.request();
    }
    gate.release(1_000);

    await().until(() -> gate.availablePermits() == 998);
    assertThat(runs).hasValue(2);
  }

  @Test
  void aFailureDoesNotStopLaterRuns() {
    AtomicInteger runs = new AtomicInteger();
    CoalescedTask task =
        new CoalescedTask(
            "failing at first",
            () -> {
              if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
              }
            });

    task.request();
    await().until(() -> runs.get() == 1);
    task.request();

    await().until(() -> runs.get() == 2);
  }
}
