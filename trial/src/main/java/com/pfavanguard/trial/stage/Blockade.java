package com.pfavanguard.trial.stage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A lock on a table: whoever wants to write to it waits, in the middle of a transaction. */
public final class Blockade implements AutoCloseable {
  private final Connection connection;

  private Blockade(Connection connection) {
    this.connection = connection;
  }

  static Blockade of(String ownerUrl, String table) throws SQLException {
    Connection connection = new Login(ownerUrl).connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN EXCLUSIVE MODE");
    }
    return new Blockade(connection);
  }

  /** Whether somebody waits for it. */
  public boolean heldUp() throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
      return row.next() && row.getLong(1) > 0;
    }
  }

  /** The database may have died with it meanwhile. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException gone) {
      // Then the lock is gone too.
    }
  }
}
