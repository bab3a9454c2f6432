package com.pfavanguard.secrets.check;

import com.pfavanguard.secrets.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** Signs in to PostgreSQL and asks when the role's password ends. */
public final class DatabaseLogin {
  private static final String PATIENCE_SECONDS = "5";
  private static final String NOT_LET_IN = "28";
  private static final String NO_SUCH_DATABASE = "3D000";

  private DatabaseLogin() {}

  /** Tries the address with its user and password. */
  public static Verdict check(String url) {
    DatabaseAddress address;
    try {
      address = DatabaseAddress.parse(url);
    } catch (IllegalArgumentException e) {
      return Verdict.invalid("not a postgresql:// address with user and password");
    }
    try (Connection connection = open(address)) {
      return Verdict.valid().until(end(connection), Instant.now());
    } catch (SQLException e) {
      return failed(e);
    }
  }

  private static Connection open(DatabaseAddress address) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", address.username());
    properties.setProperty("password", address.password());
    properties.setProperty("ApplicationName", "pfa-vanguard-secrets");
    properties.setProperty("connectTimeout", PATIENCE_SECONDS);
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    properties.setProperty("socketTimeout", PATIENCE_SECONDS);
    Connection connection = new Driver().connect(address.jdbcUrl(), properties);
    if (connection == null) {
      throw new SQLException("not an address of PostgreSQL");
    }
    return connection;
  }

  private static @Nullable Instant end(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT CASE WHEN isfinite(rolvaliduntil) THEN rolvaliduntil END FROM pg_roles
                 WHERE rolname = session_user
                """)) {
      Timestamp end = row.next() ? row.getTimestamp(1) : null;
      return end == null ? null : end.toInstant();
    }
  }

  private static Verdict failed(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String detail = "PostgreSQL says " + (state.isEmpty() ? "nothing" : state);
    return state.startsWith(NOT_LET_IN) || state.equals(NO_SUCH_DATABASE)
        ? Verdict.invalid(detail)
        : Verdict.unreachable(detail);
  }
}
