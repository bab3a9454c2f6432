package com.pfavanguard.attack;

import com.pfavanguard.testing.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in every table, table by table; two that are equal mean that nothing has changed. */
record Digest(Map<String, String> tables) {
  /**
   * What the product itself writes while nobody asks for anything, and the count of wrong
   * passwords.
   */
  private static final String TABLES =
      """
      SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
         AND relname NOT IN ('scheduled_tasks', 'live_sequence', 'audit_pending', 'audit_seal', 'audit_head',
                             'worker_heartbeat', 'sign_in_failure')
       ORDER BY 1
      """;

  /** A session's last use is noted, and events are numbered, after the fact. */
  private static final String CONTENT =
      """
      SELECT md5(coalesce(string_agg(md5(r), '' ORDER BY md5(r)), ''))
        FROM (SELECT (to_jsonb(t) - '{last_used_at,sequence}'::text[])::text AS r FROM %s t) x
      """;

  static Digest of(TestDatabase database) {
    JdbcClient owner = database.as("owner");
    Map<String, String> tables = new LinkedHashMap<>();
    for (String table : owner.sql(TABLES).query(String.class).list()) {
      tables.put(table, owner.sql(CONTENT.formatted(table)).query(String.class).single());
    }
    return new Digest(tables);
  }
}
