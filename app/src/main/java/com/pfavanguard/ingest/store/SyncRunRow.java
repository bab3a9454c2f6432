package com.pfavanguard.ingest.store;

import com.pfavanguard.ingest.SyncCounts;
import com.pfavanguard.ingest.SyncError;
import com.pfavanguard.ingest.SyncRun;
import com.pfavanguard.ingest.SyncType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A row of pfa_read_sync, with its age in {@code seconds}. */
final class SyncRunRow {
  private SyncRunRow() {}

  static SyncRun read(ResultSet row, int number) throws SQLException {
    double seconds = row.getDouble("seconds");
    Timestamp completed = row.getTimestamp("completed_at");
    return new SyncRun(
        row.getObject("sync_id", UUID.class),
        row.getString("organization_id"),
        SyncType.valueOf(row.getString("sync_type")),
        SyncRun.Status.valueOf(row.getString("status")),
        SyncRun.Phase.valueOf(row.getString("phase")),
        counts(row),
        seconds <= 0 ? 0 : Math.round(10 * row.getLong("rows_read") / seconds) / 10.0,
        row.getTimestamp("started_at").toInstant(),
        completed == null ? null : completed.toInstant(),
        row.getObject("confirmed_removals", Long.class),
        error(row.getString("error")));
  }

  private static SyncCounts counts(ResultSet row) throws SQLException {
    return new SyncCounts(
        row.getObject("expected_rows", Long.class),
        row.getLong("rows_read"),
        row.getInt("pages_read"),
        row.getInt("passes"),
        row.getLong("caught_up"),
        row.getLong("inserted"),
        row.getLong("changed"),
        row.getLong("unchanged"),
        row.getLong("removed"));
  }

  private static @Nullable SyncError error(@Nullable String json) {
    return json == null ? null : JsonMapper.shared().readValue(json, SyncError.class);
  }
}
