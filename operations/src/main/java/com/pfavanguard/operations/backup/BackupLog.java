package com.pfavanguard.operations.backup;

import com.pfavanguard.operations.database.DatabaseUrl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** The table {@code backup_run}, from which the servers tell the age of the last good backup. */
final class BackupLog {
  private final DatabaseUrl database;

  BackupLog(DatabaseUrl database) {
    this.database = database;
  }

  void succeeded(BackupManifest manifest, String location) throws SQLException {
    String sql =
        """
        INSERT INTO backup_run (started_at, duration_seconds, outcome, file, location, size_bytes, sha256,
                                schema_version)
        VALUES (?, ?, 'succeeded', ?, ?, ?, ?, ?)
        """;
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setTimestamp(1, Timestamp.from(manifest.takenAt()));
      insert.setDouble(2, manifest.durationSeconds());
      insert.setString(3, manifest.file());
      insert.setString(4, location);
      insert.setLong(5, manifest.sizeBytes());
      insert.setString(6, manifest.sha256());
      insert.setString(7, manifest.schemaVersion());
      insert.executeUpdate();
    }
  }

  /** The failure itself matters more than whether it could be recorded. */
  void failed(String file, String location, Instant begun, Duration took, Exception failure) {
    String sql =
        """
        INSERT INTO backup_run (started_at, duration_seconds, outcome, file, location, error)
        VALUES (?, ?, 'failed', ?, ?, ?)
        """;
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setTimestamp(1, Timestamp.from(begun));
      insert.setDouble(2, took.toMillis() / 1000.0);
      insert.setString(3, file);
      insert.setString(4, location);
      insert.setString(5, String.valueOf(failure.getMessage()));
      insert.executeUpdate();
    } catch (SQLException unreachable) {
      failure.addSuppressed(unreachable);
    }
  }

  void verified(String sha256, Instant moment) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE backup_run SET verified_at = ? WHERE sha256 = ? AND outcome = 'succeeded'")) {
      update.setTimestamp(1, Timestamp.from(moment));
      update.setString(2, sha256);
      update.executeUpdate();
    }
  }
}
