package com.pfavanguard.ingest.store;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.database.DedicatedConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Opens connections beside the pool: a read may last minutes and must not hold a pooled one. */
@Component
@Role.Server
public class StagingConnections {
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);
  private static final Duration TO_MERGE = Duration.ofMinutes(30);

  private final DedicatedConnections connections;
  private final DataSource pool;

  StagingConnections(DedicatedConnections connections, DataSource pool) {
    this.connections = connections;
    this.pool = pool;
  }

  /**
   * @throws IllegalStateException when the database cannot be reached
   */
  public Staging open(String organizationId) {
    try {
      Connection connection = connections.open("read-sync", TO_CONNECT);
      try {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(TO_MERGE.toMillis()));
        settings(connection);
        return new Staging(connection, pool, organizationId);
      } catch (RuntimeException | SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Opening a staging connection failed", e);
    }
  }

  private static void settings(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '30s'");
      statement.execute("SET work_mem = '64MB'");
    }
  }
}
