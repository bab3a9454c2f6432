package com.pfavanguard.kernel.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Connections outside the pool, for the few uses that need one of their own. */
@Component
public class DedicatedConnections {
  private final DatabaseAddress address;

  DedicatedConnections(DatabaseProperties properties) {
    this.address = DatabaseAddress.parse(properties.url());
  }

  /**
   * Opens a connection with this process's role; the caller closes it.
   *
   * @param purpose shown to operators in pg_stat_activity
   * @param patience longest wait for connecting and for any answer, in whole seconds from 1
   */
  public Connection open(String purpose, Duration patience) throws SQLException {
    String seconds = Long.toString(Math.max(1, patience.toSeconds()));
    Properties properties = new Properties();
    properties.setProperty("user", address.username());
    properties.setProperty("password", address.password());
    properties.setProperty("ApplicationName", "pfa-vanguard-" + purpose);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", seconds);
    properties.setProperty("loginTimeout", seconds);
    properties.setProperty("socketTimeout", seconds);
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }
}
