package com.pfavanguard.ingest.store;

import com.pfavanguard.ingest.domain.Timetable;
import com.pfavanguard.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Timetables and what was read so far. Call inside a transaction of the organizations. */
@Repository
@Role.Server
public class ReadScheduleStore {
  private static final String PLANS =
      """
      SELECT o.id, extract(epoch FROM coalesce(s.incremental_every, :every::interval)) AS every_seconds,
             coalesce(s.full_at, :fullAt::time) AS full_at,
             coalesce(last.started_at, o.created_at) AS last_started,
             whole.started_at AS full_started, complete.started_at AS full_completed,
             EXISTS (SELECT FROM pfa_read_sync r
                      WHERE r.organization_id = o.id AND r.status = 'running') AS running
        FROM organization o
        LEFT JOIN pfa_read_schedule s ON s.organization_id = o.id
        LEFT JOIN LATERAL (SELECT started_at FROM pfa_read_sync r WHERE r.organization_id = o.id
                            ORDER BY started_at DESC LIMIT 1) last ON true
        LEFT JOIN LATERAL (SELECT started_at FROM pfa_read_sync r
                            WHERE r.organization_id = o.id AND r.sync_type = 'full'
                            ORDER BY started_at DESC LIMIT 1) whole ON true
        LEFT JOIN LATERAL (SELECT started_at FROM pfa_read_sync r
                            WHERE r.organization_id = o.id AND r.sync_type = 'full' AND r.status = 'completed'
                            ORDER BY started_at DESC LIMIT 1) complete ON true
       WHERE o.id = ANY (:organizations)
      """;

  private final JdbcClient jdbc;

  ReadScheduleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * When an organization is to be read next.
   *
   * @param running whether it is being read now
   */
  public record Plan(String organizationId, Timetable.Next next, boolean running) {}

  /**
   * @param usual the timetable of organizations without one of their own
   */
  public List<Plan> plans(Collection<String> organizationIds, Timetable usual) {
    return jdbc.sql(PLANS)
        .param("every", usual.incrementalEvery().toString())
        .param("fullAt", usual.fullAt().toString())
        .param("organizations", organizationIds.toArray(String[]::new))
        .query((row, number) -> plan(row))
        .list();
  }

  private static Plan plan(ResultSet row) throws SQLException {
    var timetable =
        new Timetable(
            Duration.ofMillis(Math.round(row.getDouble("every_seconds") * 1000)),
            row.getObject("full_at", java.time.LocalTime.class));
    var past =
        new Timetable.Past(
            row.getTimestamp("last_started").toInstant(),
            instant(row.getTimestamp("full_started")),
            instant(row.getTimestamp("full_completed")));
    return new Plan(row.getString("id"), timetable.next(past), row.getBoolean("running"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
