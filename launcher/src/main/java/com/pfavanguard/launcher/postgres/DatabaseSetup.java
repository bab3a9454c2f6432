package com.pfavanguard.launcher.postgres;

import com.pfavanguard.launcher.data.Secrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The roles and the database, made or mended at every start: each step may run again. */
final class DatabaseSetup {
  private final DatabaseAddress address;
  private final Secrets secrets;

  DatabaseSetup(DatabaseAddress address, Secrets secrets) {
    this.address = address;
    this.secrets = secrets;
  }

  void apply() throws SQLException {
    try (Connection connection = address.superuser("postgres", secrets);
        Statement statement = connection.createStatement()) {
      for (Role role : Role.values()) {
        apply(role, connection, statement);
      }
      String database = DatabaseAddress.DATABASE;
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
        statement.execute("CREATE DATABASE " + database + " OWNER " + Role.OWNER.roleName());
      }
    }
  }

  private void apply(Role role, Connection connection, Statement statement) throws SQLException {
    if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.roleName())) {
      statement.execute("CREATE ROLE " + role.roleName());
    }
    statement.execute("ALTER ROLE " + role.roleName() + " LOGIN " + role.attributes());
    // The driver hashes the password here, so that the server never sees nor logs it.
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(
            role.roleName(), secrets.of(role.secret()).toCharArray(), "scram-sha-256");
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
