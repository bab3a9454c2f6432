package com.pfavanguard.ingest.store;

import com.pfavanguard.kernel.Role;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What comparisons left open, over organizations. Call inside a transaction of theirs. */
@Repository
@Role.Server
public class IntegrityStore {
  private final JdbcClient jdbc;

  IntegrityStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Records that differ since the newest complete comparison of their organization, by kind. */
  public Map<String, Long> openDrifts() {
    Map<String, Long> open = new HashMap<>();
    jdbc.sql(
            """
            SELECT d.drift, count(*) AS records
              FROM (SELECT DISTINCT ON (organization_id) reconciliation_id FROM pfa_reconciliation
                     WHERE status = 'completed' ORDER BY organization_id, started_at DESC) newest
              JOIN pfa_reconciliation_drift d USING (reconciliation_id)
             WHERE NOT d.healed GROUP BY d.drift
            """)
        .query(
            row -> {
              open.put(row.getString("drift"), row.getLong("records"));
            });
    return open;
  }

  /**
   * The organization that has waited longest for a comparison; empty while one runs, or when none
   * is due. The first is due so long after the first complete full read.
   */
  public Optional<String> dueForComparison(Collection<String> organizationIds, Duration every) {
    return jdbc.sql(
            """
            SELECT o.id FROM unnest(:organizations::text[]) o (id)
              JOIN LATERAL (
                SELECT coalesce((SELECT max(started_at) FROM pfa_reconciliation WHERE organization_id = o.id),
                                (SELECT min(started_at) FROM pfa_read_sync
                                  WHERE organization_id = o.id AND status = 'completed' AND sync_type = 'full'))
                       AS last) l ON l.last + :every::interval <= clock_timestamp()
             WHERE NOT EXISTS (SELECT FROM pfa_reconciliation WHERE status = 'running')
             ORDER BY l.last LIMIT 1
            """)
        .param("organizations", organizationIds.toArray(String[]::new))
        .param("every", every.toString())
        .query(String.class)
        .optional();
  }
}
