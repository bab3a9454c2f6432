package com.pfavanguard.live.store;

import com.pfavanguard.kernel.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Reads events that the relay has numbered. */
@Component
public class LiveEventStore {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  LiveEventStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /** The number of the organization's latest event; 0 before the first. */
  public long lastSequence(String organizationId) {
    return tenancy.within(
        organizationId,
        () ->
            jdbc.sql("SELECT last_sequence FROM live_sequence WHERE organization_id = ?")
                .param(organizationId)
                .query(Long.class)
                .optional()
                .orElse(0L));
  }

  /**
   * What followed, in order of the sequence within each organization.
   *
   * @param positions the last sequence already seen, by organization id
   * @param limit most events in all
   */
  public List<LiveEvent> findAfter(Map<String, Long> positions, int limit) {
    return tenancy.within(
        positions.keySet(),
        () ->
            jdbc.sql(
                    """
                    SELECT e.organization_id, e.sequence, e.type, e.pfa_id, e.job_id, e.occurred_at, e.data
                      FROM unnest(:organizations, :sequences) AS seen (organization_id, sequence)
                      JOIN live_event e
                        ON e.organization_id = seen.organization_id AND e.sequence > seen.sequence
                     ORDER BY e.organization_id, e.sequence
                     LIMIT :limit
                    """)
                .param("organizations", new SqlArrayValue("text", positions.keySet().toArray()))
                .param("sequences", new SqlArrayValue("int8", positions.values().toArray()))
                .param("limit", limit)
                .query(LiveEventStore::event)
                .list());
  }

  private static LiveEvent event(ResultSet row, int number) throws SQLException {
    return new LiveEvent(
        row.getString("organization_id"),
        row.getLong("sequence"),
        row.getString("type"),
        row.getString("pfa_id"),
        row.getObject("job_id", UUID.class),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("data"));
  }
}
