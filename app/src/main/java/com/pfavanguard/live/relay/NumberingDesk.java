package com.pfavanguard.live.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The statements of the relay, all on the connection that holds its office. */
final class NumberingDesk {
  private static final long OFFICE = 0x7066615F6C697665L;
  private static final int BATCH = 500;
  private static final Duration BETWEEN_FORGETTING = Duration.ofMinutes(1);

  private final Connection connection;
  private long forgottenAt = System.nanoTime() - BETWEEN_FORGETTING.toNanos();

  NumberingDesk(Connection connection) {
    this.connection = connection;
  }

  /** Whether this connection is now the only one that holds the office. */
  boolean tryTakeOffice() throws SQLException {
    try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, OFFICE);
      try (var row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  void numberAllWaiting() throws SQLException {
    int numbered;
    do {
      numbered = count("SELECT number_live_events(" + BATCH + ")");
    } while (numbered == BATCH);
  }

  /** A client may resume over a day; what is older has no reader left. */
  void forgetOldNowAndThen() throws SQLException {
    if (System.nanoTime() - forgottenAt >= BETWEEN_FORGETTING.toNanos()) {
      count("SELECT forget_live_events(interval '24 hours')");
      forgottenAt = System.nanoTime();
    }
  }

  private int count(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
