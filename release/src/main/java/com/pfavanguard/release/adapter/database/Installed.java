package com.pfavanguard.release.adapter.database;

import com.pfavanguard.operations.database.DatabaseUrl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a database's schema is, held against what a jar brings along. */
record Installed(DatabaseUrl database, Schema schema) {
  private static final String HISTORY =
      "SELECT version, checksum, success FROM flyway_schema_history WHERE version IS NOT NULL";

  private record Applied(int checksum, boolean success) {}

  /** Versions that were not applied, or failed. */
  List<String> pending() throws SQLException {
    Map<String, Applied> history = history();
    List<String> pending = new ArrayList<>(schema.checksums().keySet());
    history.forEach(
        (version, applied) -> {
          if (applied.success()) {
            pending.remove(version);
          }
        });
    return pending;
  }

  List<String> failed() throws SQLException {
    return history().entrySet().stream()
        .filter(entry -> !entry.getValue().success())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Versions that were applied with another text than the jar's. */
  List<String> differing() throws SQLException {
    Map<String, Applied> history = history();
    List<String> differing = new ArrayList<>();
    schema
        .checksums()
        .forEach(
            (version, checksum) -> {
              Applied applied = history.get(version);
              if (applied != null && applied.checksum() != checksum) {
                differing.add(version);
              }
            });
    return differing;
  }

  /** Tables that the migrations make and that are not there. */
  List<String> missingTables() throws SQLException {
    List<String> missing = new ArrayList<>();
    try (Connection connection = database.connect();
        PreparedStatement query = connection.prepareStatement("SELECT to_regclass(?) IS NULL")) {
      for (String table : schema.tables()) {
        query.setString(1, "public." + table);
        try (ResultSet row = query.executeQuery()) {
          if (row.next() && row.getBoolean(1)) {
            missing.add(table);
          }
        }
      }
    }
    return missing;
  }

  private Map<String, Applied> history() throws SQLException {
    Map<String, Applied> history = new LinkedHashMap<>();
    try (Connection connection = database.connect();
        PreparedStatement query = connection.prepareStatement(HISTORY);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        history.put(rows.getString(1), new Applied(rows.getInt(2), rows.getBoolean(3)));
      }
    }
    return history;
  }
}
