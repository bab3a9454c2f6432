package com.pfavanguard.operations.maintenance;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.database.DatabaseUrl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The row {@code maintenance} of {@code feature_flags}, with the operator's role. Servers follow
 * within a second, as its triggers announce every change.
 */
public final class MaintenanceSwitch {
  private static final String READ =
      """
      SELECT enabled, coalesce(level, 'page'), message, starts_at, ends_at FROM feature_flags
       WHERE flag_name = 'maintenance'
      """;
  private static final String WRITE =
      """
      UPDATE feature_flags
         SET enabled = ?, level = ?, message = ?, starts_at = ?, ends_at = ?, updated_at = now(),
             updated_by = current_user
       WHERE flag_name = 'maintenance'
      """;

  private final DatabaseUrl database;

  public MaintenanceSwitch(DatabaseUrl database) {
    this.database = database;
  }

  /**
   * @param on people are kept from writing
   * @param level {@code banner} lets them read, {@code page} keeps them out
   * @param startsAt announced beforehand, while it is off
   * @param endsAt the announced end
   */
  public record Setting(
      boolean on,
      String level,
      @Nullable String message,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt) {
    public static final Setting OFF = new Setting(false, "page", null, null, null);
  }

  public Setting read() throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement query = connection.prepareStatement(READ);
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        throw missing();
      }
      return new Setting(
          row.getBoolean(1),
          row.getString(2),
          row.getString(3),
          instant(row.getTimestamp(4)),
          instant(row.getTimestamp(5)));
    }
  }

  public void write(Setting setting) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement update = connection.prepareStatement(WRITE)) {
      update.setBoolean(1, setting.on());
      update.setString(2, setting.level());
      update.setString(3, setting.message());
      update.setTimestamp(4, timestamp(setting.startsAt()));
      update.setTimestamp(5, timestamp(setting.endsAt()));
      // Zero rows would be a silent success.
      if (update.executeUpdate() != 1) {
        throw missing();
      }
    }
  }

  private OperationRefused missing() {
    return new OperationRefused(
        "the database %s has no flag maintenance: migrate it first".formatted(database.database()));
  }

  private static @Nullable Instant instant(@Nullable Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
    return moment == null ? null : Timestamp.from(moment);
  }
}
