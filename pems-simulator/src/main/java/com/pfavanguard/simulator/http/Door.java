package com.pfavanguard.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Lets a handler shut its own listener to new connections for a while. */
public final class Door {
  private final AtomicBoolean shut = new AtomicBoolean();
  private volatile @Nullable HttpListener listener;

  /** Must be called once the listener runs. */
  public void of(HttpListener running) {
    listener = running;
  }

  /** Refuses connections for a while; one already shut stays as it is. */
  public void shut(Duration span) {
    HttpListener running = listener;
    if (running != null && shut.compareAndSet(false, true)) {
      running.refuseConnections();
      Thread.ofVirtual().name("door").start(() -> reopen(running, span));
    }
  }

  private void reopen(HttpListener running, Duration span) {
    try {
      Thread.sleep(span);
      running.acceptConnections();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("the port was taken while it was shut", e);
    } finally {
      shut.set(false);
    }
  }
}
