package com.pfavanguard.ops.web;

import com.pfavanguard.conflict.Conflicts;
import com.pfavanguard.flags.Flags;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.ingest.HeldFields;
import com.pfavanguard.ingest.ReadSync;
import com.pfavanguard.ingest.ReadTimes;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.writeback.QueueMetrics;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How synchronization is doing, for people and for the smoke test. */
@RestController
@Role.Server
class SyncStatusController {
  private final QueueMetrics queue;
  private final Conflicts conflicts;
  private final ReadSync reads;
  private final ReadTimes readTimes;
  private final HeldFields heldFields;
  private final Flags flags;

  SyncStatusController(
      QueueMetrics queue,
      Conflicts conflicts,
      ReadSync reads,
      ReadTimes readTimes,
      HeldFields heldFields,
      Flags flags) {
    this.queue = queue;
    this.conflicts = conflicts;
    this.reads = reads;
    this.readTimes = readTimes;
    this.heldFields = heldFields;
    this.flags = flags;
  }

  /** {@code completedAt} of the newest complete read; null before the first. */
  record LastSync(@Nullable Instant completedAt) {}

  /** Latencies in seconds from commit to confirmed, over the last 24 hours. */
  record SyncStatus(
      long queueSize,
      long processing,
      long completed,
      long failed,
      long conflicts,
      double avgLatencySeconds,
      double p95LatencySeconds,
      double p99LatencySeconds,
      LastSync lastSync,
      @Nullable Instant nextSyncAt,
      List<HeldFields.Held> holds,
      String health) {}

  @Operation(
      summary = "Queue, conflicts, latency and the last read of an organization",
      description =
          "health is healthy, paused (auto_sync is off) or attention (something failed, conflicts, or PEMS changed a field: see holds).")
  @GetMapping("/api/pems/sync-status")
  SyncStatus syncStatus(Caller caller, @RequestParam String organizationId) {
    caller.in(organizationId);
    QueueMetrics.Depth depth = queue.depth(List.of(organizationId));
    QueueMetrics.Latency latency = queue.latency(organizationId);
    long open = conflicts.countUnresolved(organizationId);
    List<HeldFields.Held> holds = heldFields.of(organizationId);
    return new SyncStatus(
        depth.pending() + depth.processing(),
        depth.processing(),
        depth.completed(),
        depth.failed(),
        open,
        latency.average(),
        latency.p95(),
        latency.p99(),
        new LastSync(reads.lastCompleted(organizationId).orElse(null)),
        readTimes.next(organizationId).orElse(null),
        holds,
        health(organizationId, depth.failed() + open + holds.size()));
  }

  @Operation(summary = "Queue depth of one organization, or of all that I may read")
  @GetMapping("/api/pems/queue-metrics")
  Map<String, Object> queueMetrics(
      Caller caller, @RequestParam(required = false) @Nullable String organizationId) {
    if (organizationId != null) {
      caller.in(organizationId);
    }
    QueueMetrics.Depth depth =
        queue.depth(organizationId == null ? caller.readable() : List.of(organizationId));
    return Map.of(
        "pending", depth.pending(),
        "processing", depth.processing(),
        "failed", depth.failed(),
        "completedLastHour", depth.completedLastHour(),
        "oldestPendingAgeSeconds", depth.oldestPendingAgeSeconds());
  }

  private String health(String organizationId, long needAPerson) {
    if (!flags.autoSyncRuns(organizationId)) {
      return "paused";
    }
    return needAPerson > 0 ? "attention" : "healthy";
  }
}
