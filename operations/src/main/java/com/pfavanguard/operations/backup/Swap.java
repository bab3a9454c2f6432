package com.pfavanguard.operations.backup;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.database.DatabaseUrl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Two databases change names. PostgreSQL renames inside a transaction: both or neither. */
final class Swap {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private final DatabaseUrl target;
  private final String moment;

  Swap(DatabaseUrl target, Clock clock) {
    this.target = target;
    this.moment = MOMENT.format(clock.instant());
  }

  /** The database that every server has and that nobody renames. */
  DatabaseUrl admin() {
    return target.named("postgres");
  }

  String freshName() {
    return target.database() + "_restoring_" + moment;
  }

  boolean targetExists() throws SQLException {
    try (Connection connection = admin().connect()) {
      return exists(connection);
    }
  }

  private boolean exists(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
      query.setString(1, target.database());
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  /**
   * Whoever is connected to the old database is cut off; nobody gets in between.
   *
   * @return the old database's new name; null when there was none
   */
  @Nullable String replaceBy(String fresh) throws SQLException {
    String replaced = target.database() + "_replaced_" + moment;
    try (Connection connection = admin().connect();
        Statement statement = connection.createStatement()) {
      boolean exists = exists(connection);
      if (exists) {
        statement.execute(allowConnections(target.database(), false));
      }
      try {
        connection.setAutoCommit(false);
        if (exists) {
          cutOff(connection);
          statement.execute(rename(target.database(), replaced));
        }
        statement.execute(rename(fresh, target.database()));
        connection.commit();
        connection.setAutoCommit(true);
        if (exists) {
          statement.execute(allowConnections(replaced, true));
        }
        return exists ? replaced : null;
      } catch (SQLException e) {
        throw backOut(connection, exists, e);
      }
    }
  }

  private OperationRefused backOut(Connection connection, boolean exists, SQLException reason)
      throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    if (exists) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(allowConnections(target.database(), true));
      }
    }
    return new OperationRefused(
        "the old database stays, as the names cannot be changed: " + reason.getMessage(), reason);
  }

  private void cutOff(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = ?")) {
      query.setString(1, target.database());
      query.executeQuery().close();
    }
  }

  private static String allowConnections(String database, boolean allowed) {
    return "ALTER DATABASE %s ALLOW_CONNECTIONS %s"
        .formatted(NewDatabase.quoted(database), allowed);
  }

  private static String rename(String from, String to) {
    return "ALTER DATABASE %s RENAME TO %s"
        .formatted(NewDatabase.quoted(from), NewDatabase.quoted(to));
  }
}
