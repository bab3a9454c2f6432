package com.pfavanguard.ingest.run;

import com.pfavanguard.kernel.Role;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The threads of running reads; they end with the server. */
@Component
@Role.Server
class SyncTasks {
  private static final Logger log = LoggerFactory.getLogger(SyncTasks.class);
  private static final int GRACE_SECONDS = 10;

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(
          1, Thread.ofPlatform().daemon().name("read-sync-clock").factory());

  ExecutorService executor() {
    return executor;
  }

  /** Repeats the work, each time on a thread of its own, until closed. */
  Ticks everySecond(Runnable work) {
    return new Ticks(
        clock.scheduleWithFixedDelay(() -> executor.execute(safe(work)), 1, 1, TimeUnit.SECONDS));
  }

  /** Work that is repeated. */
  record Ticks(ScheduledFuture<?> ticking) implements AutoCloseable {
    @Override
    public void close() {
      ticking.cancel(false);
    }
  }

  private static Runnable safe(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        log.warn("Saving the progress of a read failed; the next second tries again", e);
      }
    };
  }

  @PreDestroy
  void stop() throws InterruptedException {
    clock.shutdownNow();
    executor.shutdownNow();
    executor.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
  }
}
