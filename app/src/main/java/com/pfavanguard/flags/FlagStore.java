package com.pfavanguard.flags;

import java.util.HashMap;
import java.util.Map;
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
    Map<String, Boolean> global = new HashMap<>();
    Map<String, Map<String, Boolean>> overrides = new HashMap<>();
    jdbc.sql(
            """
            SELECT flag_name, NULL AS organization_id, enabled FROM feature_flags
            UNION ALL
            SELECT flag_name, organization_id, enabled FROM feature_flag_override
            """)
        .query(
            row -> {
              String flag = row.getString("flag_name");
              String organizationId = row.getString("organization_id");
              boolean enabled = row.getBoolean("enabled");
              if (organizationId == null) {
                global.put(flag, enabled);
              } else {
                overrides.computeIfAbsent(flag, _ -> new HashMap<>()).put(organizationId, enabled);
              }
            });
    return new FlagStates(global, overrides);
  }
}
