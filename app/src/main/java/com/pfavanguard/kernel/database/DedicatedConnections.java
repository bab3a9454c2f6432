package com.pfavanguard.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Connections outside the pool, for the few uses that need one of their own. */
@Component
public class DedicatedConnections {
  private final DatabaseCredential credential;

  DedicatedConnections(DatabaseCredential credential) {
    this.credential = credential;
  }

  /**
   * Opens a connection with this process's role; the caller closes it.
   *
   * @param purpose shown to operators in pg_stat_activity
   * @param patience longest wait for connecting and for any answer, in whole seconds from 1
   */
  public Connection open(String purpose, Duration patience) throws SQLException {
    String seconds = Long.toString(Math.max(1, patience.toSeconds()));
    return credential.open(
        Map.of(
            "ApplicationName", "pfa-vanguard-" + purpose,
            "tcpKeepAlive", "true",
            "connectTimeout", seconds,
            "loginTimeout", seconds,
            "socketTimeout", seconds));
  }
}
