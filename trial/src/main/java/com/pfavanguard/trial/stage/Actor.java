package com.pfavanguard.trial.stage;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.process.Child;
import com.pfavanguard.launcher.process.ChildSpec;
import com.pfavanguard.launcher.process.Supervisor;
import com.pfavanguard.launcher.up.Parts;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** One server or worker of the trial, through its deaths and rebirths. */
public final class Actor {
  private static final int TRIES = 5;
  private static final Duration LOOK = Duration.ofMillis(100);

  private final String name;
  private final int managementPort;
  private final Supervisor supervisor;
  private final Function<String, ChildSpec> spec;
  private int life;
  private volatile String lifeName = "";
  private volatile Child child;
  private final AtomicInteger kills = new AtomicInteger();

  /**
   * @param spec how to start it, given the name of this life
   */
  Actor(String name, int managementPort, Supervisor supervisor, Function<String, ChildSpec> spec)
      throws IOException {
    this.name = name;
    this.managementPort = managementPort;
    this.supervisor = supervisor;
    this.spec = spec;
    this.child = begin();
  }

  public String name() {
    return name;
  }

  /** Differs from life to life; a worker signs its leases with it. */
  public String lifeName() {
    return lifeName;
  }

  private Child begin() throws IOException {
    life++;
    lifeName = name + "." + life;
    return supervisor.start(spec.apply(lifeName));
  }

  /**
   * Waits until it is ready. One that dies while it starts, as when the database is away, is
   * started again; one that was killed while it started has done nothing wrong.
   *
   * @throws Refusal when it dies again and again
   */
  public synchronized void awaitReady() throws IOException, InterruptedException {
    int deaths = 0;
    int known = kills.get();
    while (!Parts.ready(managementPort)) {
      if (!alive()) {
        deaths += known == kills.get() ? 1 : 0;
        known = kills.get();
        if (deaths == TRIES) {
          child.requireAlive();
        }
        child = begin();
      }
      Thread.sleep(LOOK);
    }
  }

  public boolean alive() {
    return ProcessHandle.of(child.pid()).filter(ProcessHandle::isAlive).isPresent();
  }

  /** kill -9: no goodbye, no hand-back. */
  public void kill() throws InterruptedException {
    int _ = kills.incrementAndGet();
    ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
    int _ = child.awaitExit();
  }

  /** Starts it again after a kill, unless that was done already, and waits until it is ready. */
  public synchronized void revive() throws IOException, InterruptedException {
    if (!alive()) {
      child = begin();
    }
    awaitReady();
  }
}
