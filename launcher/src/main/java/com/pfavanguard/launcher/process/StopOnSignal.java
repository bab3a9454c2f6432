package com.pfavanguard.launcher.process;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs an orderly stop when this process is asked to end (Ctrl-C, SIGTERM, a closed terminal) and
 * decides its exit code, which the JVM would otherwise derive from the signal.
 */
public final class StopOnSignal implements AutoCloseable {
  private static final int FAILED = 1;

  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

  private enum State {
    RUNNING,
    ENDED_BY_ITSELF,
    STOPPING
  }

  /**
   * @param stop returns the exit code; it must not return before all is stopped
   */
  public StopOnSignal(Callable<Integer> stop) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> run(stop), "stop"));
  }

  private void run(Callable<Integer> stop) {
    if (!state.compareAndSet(State.RUNNING, State.STOPPING)) {
      return;
    }
    int exit = FAILED;
    try {
      exit = stop.call();
    } catch (Exception e) {
      System.err.println("not stopped in order: " + e);
    }
    Runtime.getRuntime().halt(exit);
  }

  /**
   * The command has ended by itself and its own exit code holds; or the stop has ended it, and what
   * it would say about its dying processes is no news: then this never returns.
   */
  @Override
  public void close() {
    if (!state.compareAndSet(State.RUNNING, State.ENDED_BY_ITSELF)) {
      awaitEnd();
    }
  }

  private static void awaitEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
