package com.pfavanguard.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection of this process that listens; made anew, with patience, whenever it breaks.
 */
final class SignalReader implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SignalReader.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int WAIT_MILLIS = 1_000;
  private static final long FIRST_BACKOFF_MILLIS = 100;
  private static final long LONGEST_BACKOFF_MILLIS = 5_000;

  /**
   * A connection whose other end vanished says nothing, so it is asked after this many silent
   * waits.
   */
  private static final int SILENT_WAITS = 10;

  private final DatabaseSignals signals;
  private final DedicatedConnections connections;
  private final Thread thread;
  private volatile boolean closed;

  private SignalReader(DatabaseSignals signals, DedicatedConnections connections) {
    this.signals = signals;
    this.connections = connections;
    this.thread = Thread.ofVirtual().name("database-signals").unstarted(this::readForEver);
  }

  static SignalReader start(DatabaseSignals signals, DedicatedConnections connections) {
    SignalReader reader = new SignalReader(signals, connections);
    reader.thread.start();
    return reader;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void readForEver() {
    long backoff = FIRST_BACKOFF_MILLIS;
    while (!closed) {
      try (Connection connection = connections.open("signals", PATIENCE)) {
        Set<String> heard = new HashSet<>();
        listen(connection, heard);
        backoff = FIRST_BACKOFF_MILLIS;
        // Whatever was signalled while nobody listened is found by looking.
        signals.dispatchAll();
        read(connection, heard);
      } catch (SQLException e) {
        if (!closed) {
          log.warn("Signals from the database are interrupted: {}", e.getMessage());
          pause(backoff);
          backoff = Math.min(backoff * 2, LONGEST_BACKOFF_MILLIS);
        }
      }
    }
  }

  private void read(Connection connection, Set<String> heard) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    int silent = 0;
    while (!closed) {
      PGNotification[] notifications = postgres.getNotifications(WAIT_MILLIS);
      if (notifications != null && notifications.length > 0) {
        silent = 0;
        Set<String> channels = new HashSet<>();
        for (PGNotification notification : notifications) {
          channels.add(notification.getName());
        }
        channels.forEach(signals::dispatch);
      } else if (++silent >= SILENT_WAITS) {
        silent = 0;
        if (!connection.isValid(2)) {
          throw new SQLException("the connection went silent");
        }
      }
      listen(connection, heard);
    }
  }

  private void listen(Connection connection, Set<String> heard) throws SQLException {
    for (String channel : signals.channels()) {
      if (heard.add(channel)) {
        try (var statement = connection.createStatement()) {
          // Channel names are checked identifiers.
          statement.execute("LISTEN " + channel);
        }
      }
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
