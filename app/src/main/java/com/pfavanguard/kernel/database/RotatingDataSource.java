package com.pfavanguard.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** New connections for the pool, each with the password of its moment. */
final class RotatingDataSource extends AbstractDataSource {
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final DatabaseCredential credential;
  private final Map<String, String> options;

  /**
   * @param statementTimeout of the database, which gives up first and says so; one that fell silent
   *     is given up a while after that
   */
  RotatingDataSource(DatabaseCredential credential, Duration statementTimeout) {
    this.credential = credential;
    this.options =
        Map.of(
            "ApplicationName", "pfa-vanguard",
            "reWriteBatchedInserts", "true",
            "tcpKeepAlive", "true",
            "connectTimeout", "5",
            "loginTimeout", "5",
            "socketTimeout", Long.toString(statementTimeout.plus(SILENCE).toSeconds()));
  }

  @Override
  public Connection getConnection() throws SQLException {
    return credential.open(options);
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
