package com.pfavanguard.ops.backup;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads {@code backup_run}, which {@code ./vanguard backup} writes. */
@Component
class BackupRuns {
  private final JdbcClient jdbc;

  BackupRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param success when the last good backup was taken, seconds since 1970; 0 for never
   * @param verified when a backup last proved to be restorable
   */
  record Last(double success, double sizeBytes, double durationSeconds, double verified) {
    static final Last NONE = new Last(0, 0, 0, 0);
  }

  Last last() {
    return jdbc.sql(
            """
            SELECT coalesce(extract(epoch FROM b.started_at), 0)::float8, coalesce(b.size_bytes, 0)::float8,
                   coalesce(b.duration_seconds, 0),
                   coalesce((SELECT extract(epoch FROM max(verified_at)) FROM backup_run), 0)::float8
              FROM (VALUES (1)) one
              LEFT JOIN LATERAL (SELECT * FROM backup_run WHERE outcome = 'succeeded'
                                  ORDER BY started_at DESC LIMIT 1) b ON true
            """)
        .query(
            (row, _) ->
                new Last(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
        .single();
  }
}
