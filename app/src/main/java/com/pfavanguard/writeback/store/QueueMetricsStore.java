package com.pfavanguard.writeback.store;

import com.pfavanguard.writeback.QueueMetrics.Depth;
import com.pfavanguard.writeback.QueueMetrics.Latency;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts over the write queue. */
@Repository
public class QueueMetricsStore {
  private final JdbcClient jdbc;

  QueueMetricsStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Depth depth(Collection<String> organizationIds) {
    return jdbc.sql(
            """
            SELECT count(*) FILTER (WHERE status = 'pending') AS pending,
                   count(*) FILTER (WHERE status = 'processing') AS processing,
                   count(*) FILTER (WHERE status = 'failed') AS failed,
                   count(*) FILTER (WHERE outcome = 'synced') AS completed,
                   count(*) FILTER (WHERE outcome = 'synced'
                     AND completed_at > clock_timestamp() - interval '1 hour') AS completed_last_hour,
                   coalesce(extract(epoch FROM clock_timestamp()
                     - min(created_at) FILTER (WHERE status = 'pending')), 0)::float8 AS oldest_pending_age_seconds
              FROM pfa_write_queue WHERE organization_id = ANY (:organizations)
            """)
        .param("organizations", organizationIds.toArray(String[]::new))
        .query(Depth.class)
        .single();
  }

  public Latency latency(String organizationId) {
    return jdbc.sql(
            """
            SELECT coalesce(avg(seconds), 0)::float8 AS average,
                   coalesce(percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds), 0)::float8 AS p95,
                   coalesce(percentile_cont(0.99) WITHIN GROUP (ORDER BY seconds), 0)::float8 AS p99
              FROM (SELECT extract(epoch FROM completed_at - created_at) AS seconds
                      FROM pfa_write_queue
                     WHERE organization_id = :organization AND status IN ('completed', 'failed')
                       AND outcome = 'synced' AND completed_at > clock_timestamp() - interval '24 hours') t
            """)
        .param("organization", organizationId)
        .query(Latency.class)
        .single();
  }
}
