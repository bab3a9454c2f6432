package com.pfavanguard.writeback;

import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.writeback.store.QueueMetricsStore;
import java.util.Collection;
import org.springframework.stereotype.Service;

/** How the write queue of some organizations is doing. */
@Service
public class QueueMetrics {
  private final Tenancy tenancy;
  private final QueueMetricsStore store;

  QueueMetrics(Tenancy tenancy, QueueMetricsStore store) {
    this.tenancy = tenancy;
    this.store = store;
  }

  /**
   * Queue rows by state.
   *
   * @param completedLastHour confirmed by PEMS within the last hour
   * @param oldestPendingAgeSeconds 0 when nothing waits
   */
  public record Depth(
      long pending,
      long processing,
      long failed,
      long completed,
      long completedLastHour,
      double oldestPendingAgeSeconds) {}

  /** Seconds from commit to confirmed by PEMS over the last 24 hours; 0 when there was none. */
  public record Latency(double average, double p95, double p99) {}

  public Depth depth(Collection<String> organizationIds) {
    return tenancy.within(organizationIds, () -> store.depth(organizationIds));
  }

  public Latency latency(String organizationId) {
    return tenancy.within(organizationId, () -> store.latency(organizationId));
  }
}
