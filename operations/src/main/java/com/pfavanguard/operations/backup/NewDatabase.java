package com.pfavanguard.operations.backup;

import com.pfavanguard.operations.Progress;
import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.operations.database.PostgresTools;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A database made to restore a dump into; nothing else ever uses it. */
final class NewDatabase implements AutoCloseable {
  private static final List<String> ROLES =
      List.of("vanguard_owner", "vanguard_app", "vanguard_worker", "vanguard_operator");

  private final DatabaseUrl admin;
  private final DatabaseUrl database;
  private boolean kept;

  private NewDatabase(DatabaseUrl admin, String name) {
    this.admin = admin;
    this.database = admin.named(name);
  }

  /**
   * @param admin any other database of the server
   */
  static NewDatabase create(DatabaseUrl admin, String name) throws SQLException {
    NewDatabase made = new NewDatabase(admin, name);
    try (Connection connection = admin.connect();
        Statement statement = connection.createStatement()) {
      for (String role : missingRoles(statement)) {
        statement.execute("CREATE ROLE " + role + " NOLOGIN");
      }
      statement.execute(
          "CREATE DATABASE %s OWNER vanguard_owner TEMPLATE template0 ENCODING 'UTF8'"
              .formatted(quoted(name)));
    }
    return made;
  }

  private static Set<String> missingRoles(Statement statement) throws SQLException {
    Set<String> missing = new TreeSet<>(ROLES);
    try (ResultSet there = statement.executeQuery("SELECT rolname FROM pg_roles")) {
      while (there.next()) {
        missing.remove(there.getString(1));
      }
    }
    return missing;
  }

  DatabaseUrl url() {
    return database;
  }

  void fill(DumpFile dump, PostgresTools tools, Progress progress)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    tools
        .restore(
            database, List.of("--exit-on-error", "--single-transaction", dump.path().toString()))
        .await(
            () ->
                progress.status(
                    String.format(
                        Locale.ROOT,
                        "restoring %s, %.0f s",
                        Sizes.of(dump.path()),
                        (System.nanoTime() - begun) / 1e9)));
  }

  /** It is not thrown away at the end. */
  void keep() {
    kept = true;
  }

  @Override
  public void close() throws SQLException {
    if (!kept) {
      try (Connection connection = admin.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(quoted(name())));
      }
    }
  }

  String name() {
    return database.database();
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
