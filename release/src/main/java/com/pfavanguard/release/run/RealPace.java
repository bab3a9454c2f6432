package com.pfavanguard.release.run;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The clock on the wall and threads of their own for what may take long. */
public final class RealPace implements Pace {
  private static final long BEAT_MILLIS = 500;

  /** For an act that is told to stop: then going back does not wait for it any longer. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** Of the ten seconds in which a trigger must act, this is what a source gets. */
  private static final long PATIENCE_SECONDS = 3;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public void pass(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public <T> T during(Supplier<T> work, Runnable meanwhile) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread worker = Thread.ofVirtual().start(() -> complete(result, work));
    try {
      return await(result, meanwhile);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw thrown(e);
    } finally {
      stop(worker);
    }
  }

  private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
    try {
      result.complete(work.get());
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }

  private static <T> T await(CompletableFuture<T> result, Runnable meanwhile)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return result.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        meanwhile.run(); // still at it
      }
    }
  }

  @Override
  public <T> List<T> together(List<Supplier<T>> questions, T late) {
    List<Future<T>> asked = new ArrayList<>();
    questions.forEach(question -> asked.add(threads.submit(question::get)));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    List<T> answers = new ArrayList<>();
    asked.forEach(each -> answers.add(answer(each, deadline, late)));
    return answers;
  }

  private static <T> T answer(Future<T> asked, long deadline, T late) {
    try {
      return asked.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      asked.cancel(true);
      return late;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }

  /** Whatever becomes of it after its grace: the way back looks before it acts. */
  private static void stop(Thread worker) {
    worker.interrupt();
    try {
      worker.join(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static RuntimeException thrown(ExecutionException failure) {
    return failure.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(failure.getCause());
  }
}
