package com.pfavanguard.operations.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The database as of one moment, for as long as this is open. A dump that imports {@link #id} sees
 * the very same rows.
 */
public final class Snapshot implements AutoCloseable {
  private static final String TABLES =
      """
      SELECT c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY 1
      """;

  private final Connection connection;
  private final String id;

  private Snapshot(Connection connection, String id) {
    this.connection = connection;
    this.id = id;
  }

  public static Snapshot of(DatabaseUrl database) throws SQLException {
    Connection connection = database.connect();
    try {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      return new Snapshot(connection, one(connection, "SELECT pg_export_snapshot()"));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  public String id() {
    return id;
  }

  /** The rows of every table in {@code public}, by name. */
  public Map<String, Long> rows() throws SQLException {
    Map<String, String> tables = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(TABLES)) {
      while (found.next()) {
        tables.put(found.getString(1), found.getString(2));
      }
    }
    Map<String, Long> counts = new TreeMap<>();
    for (Map.Entry<String, String> table : tables.entrySet()) {
      counts.put(table.getKey(), count("SELECT count(*) FROM " + table.getValue()));
    }
    return counts;
  }

  /** The last migration that was applied; null where there is no list of migrations. */
  public @Nullable String schemaVersion() throws SQLException {
    if (count("SELECT count(to_regclass('public.flyway_schema_history'))") == 0) {
      return null;
    }
    return one(
        connection,
        """
        SELECT (SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL
                 ORDER BY installed_rank DESC LIMIT 1)
        """);
  }

  /** Such as 15. */
  public int serverMajor() throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion();
  }

  public String serverVersion() throws SQLException {
    return connection.getMetaData().getDatabaseProductVersion();
  }

  /** The one number that the query answers. */
  public long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
