package com.pfavanguard.launcher.process;

import com.pfavanguard.launcher.console.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One supervised process through all its lives. Until {@link #markReady} a death is final, for a
 * process that cannot start will not start the next time either; after it, it is restarted.
 */
public final class Child {
  private final ChildSpec spec;
  private final Supervisor supervisor;
  private final Restarts restarts;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Process process;
  private volatile boolean ready;

  Child(ChildSpec spec, Restarts restarts, Supervisor supervisor) throws IOException {
    this.spec = spec;
    this.restarts = restarts;
    this.supervisor = supervisor;
    this.process = supervisor.spawn(spec);
  }

  public ChildSpec spec() {
    return spec;
  }

  public long pid() {
    return process.pid();
  }

  /** Waits for the end of one that ends by itself; returns its exit code. */
  public int awaitExit() throws InterruptedException {
    return process.waitFor();
  }

  /** From now on its death is repaired. */
  public void markReady() {
    ready = true;
  }

  /**
   * @throws Refusal when it has ended before it was ready
   */
  public void requireAlive() {
    if (!ready && !process.isAlive()) {
      throw Obituary.of(spec, process.exitValue()).whileStarting();
    }
  }

  /** Runs until the child is stopped or given up; meant for a thread of its own. */
  void keepAlive() throws IOException, InterruptedException {
    while (stopped.getCount() > 0) {
      Instant started = Instant.now();
      int exit = process.waitFor();
      if (stopped.getCount() == 0 || !ready) {
        return;
      }
      Obituary obituary = Obituary.of(spec, exit);
      switch (restarts.afterDeath(started, Instant.now())) {
        case Restarts.Decision.GiveUp(int deaths) -> {
          supervisor.giveUp(obituary.afterDeaths(deaths));
          return;
        }
        case Restarts.Decision.RestartAfter(Duration pause) -> {
          supervisor.say(obituary.restarting(pause));
          if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
          }
          process = supervisor.spawn(spec);
          supervisor.restarted(this);
        }
      }
    }
  }

  /** Returns whether it ended by itself within its grace. */
  boolean stop(Thread watcher) throws IOException, InterruptedException {
    stopped.countDown();
    boolean gentle = stop(process);
    watcher.join();
    // A restart that was under way when the stop came has made one more.
    return stop(process) && gentle;
  }

  private boolean stop(Process current) throws IOException, InterruptedException {
    ProcessIdentity identity = ProcessIdentity.of(current.pid()).orElse(null);
    return identity == null || !current.isAlive() || Stopping.stop(identity, spec.kind());
  }
}
