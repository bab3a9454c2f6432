package com.pfavanguard.live.relay;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.database.DatabaseSignals;
import com.pfavanguard.kernel.database.DedicatedConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets one server at a time number the waiting events. Leadership is an advisory lock on the very
 * connection that numbers, so a leader that loses its connection has lost both, and another server
 * takes over within half a second.
 */
@Component
@Role.Server
class LiveRelay implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(LiveRelay.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long CANDIDACY_MILLIS = 500;
  private static final long SAFETY_NET_MILLIS = 250;

  private final DedicatedConnections connections;
  private final Semaphore wake = new Semaphore(0);
  private @Nullable Thread thread;
  private volatile boolean running;
  private volatile boolean leading;

  LiveRelay(DedicatedConnections connections, DatabaseSignals signals) {
    this.connections = connections;
    signals.on("vanguard_events", wake::release);
  }

  /** Whether this server numbers the events just now. */
  boolean leads() {
    return leading;
  }

  private void serve() {
    while (running) {
      try (Connection connection = connections.open("live-relay", PATIENCE)) {
        NumberingDesk desk = new NumberingDesk(connection);
        if (waitForOffice(desk)) {
          leading = true;
          log.info("This server numbers the live events");
          lead(desk);
        }
      } catch (SQLException e) {
        if (running) {
          log.warn("Numbering of live events is interrupted: {}", e.getMessage());
          pause(CANDIDACY_MILLIS);
        }
      } finally {
        leading = false;
      }
    }
  }

  private boolean waitForOffice(NumberingDesk desk) throws SQLException {
    while (running) {
      if (desk.tryTakeOffice()) {
        return true;
      }
      pause(CANDIDACY_MILLIS);
    }
    return false;
  }

  private void lead(NumberingDesk desk) throws SQLException {
    while (running) {
      wake.drainPermits();
      desk.numberAllWaiting();
      desk.forgetOldNowAndThen();
      waitForEvents();
    }
  }

  private void waitForEvents() {
    try {
      boolean _ = wake.tryAcquire(SAFETY_NET_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void start() {
    running = true;
    thread = Thread.ofVirtual().name("live-relay").start(this::serve);
  }

  @Override
  public synchronized void stop() {
    running = false;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
