package com.pfavanguard.flags;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads flags and their overrides, together and so of one moment. */
@Component
class FlagStore {
  private final JdbcClient jdbc;

  FlagStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  FlagStates readAll() {
    FlagStates states = new FlagStates(new HashMap<>(), new HashMap<>(), new HashMap<>());
    jdbc.sql(
            """
            SELECT flag_name, NULL AS organization_id, enabled, message, level, starts_at, ends_at FROM feature_flags
            UNION ALL
            SELECT flag_name, organization_id, enabled, NULL, NULL, NULL, NULL FROM feature_flag_override
            """)
        .query((RowCallbackHandler) row -> add(row, states));
    return states;
  }

  private static void add(ResultSet row, FlagStates states) throws SQLException {
    String flag = row.getString("flag_name");
    String organizationId = row.getString("organization_id");
    boolean enabled = row.getBoolean("enabled");
    if (organizationId == null) {
      states.global().put(flag, enabled);
      states.notices().put(flag, notice(row));
    } else {
      Map<String, Boolean> own = states.overrides().computeIfAbsent(flag, _ -> new HashMap<>());
      own.put(organizationId, enabled);
    }
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        row.getString("message"),
        row.getString("level"),
        instant(row.getTimestamp("starts_at")),
        instant(row.getTimestamp("ends_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }
}
