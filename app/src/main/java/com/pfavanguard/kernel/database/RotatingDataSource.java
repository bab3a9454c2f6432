package com.pfavanguard.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** New connections for the pool, each with the password of its moment. */
final class RotatingDataSource extends AbstractDataSource {
  private static final Map<String, String> OPTIONS =
      Map.of(
          "ApplicationName", "pfa-vanguard",
          "reWriteBatchedInserts", "true",
          "loginTimeout", "5");

  private final DatabaseCredential credential;

  RotatingDataSource(DatabaseCredential credential) {
    this.credential = credential;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return credential.open(OPTIONS);
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLException("Everybody here comes as the role of this process");
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The pool wants to set its own; ours stands in the options.
  }
}
