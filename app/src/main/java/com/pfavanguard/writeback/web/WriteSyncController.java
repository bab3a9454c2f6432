package com.pfavanguard.writeback.web;

import com.pfavanguard.flags.Flags;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.kernel.database.DatabaseSignals;
import com.pfavanguard.writeback.store.QueueStore;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hurries what is queued; it never commits drafts. */
@RestController
@Role.Server
class WriteSyncController {
  /** Two PEMS calls per edit at the budget of ten a second that PEMS tolerates. */
  private static final Duration PER_EDIT = Duration.ofMillis(200);

  private final Tenancy tenancy;
  private final QueueStore queue;
  private final Flags flags;
  private final DatabaseSignals signals;
  private final Clock clock;

  WriteSyncController(
      Tenancy tenancy, QueueStore queue, Flags flags, DatabaseSignals signals, Clock clock) {
    this.tenancy = tenancy;
    this.queue = queue;
    this.flags = flags;
    this.signals = signals;
    this.clock = clock;
  }

  record WriteSyncRequest(
      @Nullable String organizationId,
      @Nullable List<UUID> modificationIds,
      @Nullable String priority) {}

  record WriteSync(
      boolean success,
      UUID jobId,
      String message,
      int queuedCount,
      long queueSize,
      Instant estimatedCompletionTime) {}

  @Operation(summary = "Make waiting edits due now; 10 a minute per user")
  @PostMapping("/api/pems/write-sync")
  @ResponseStatus(HttpStatus.ACCEPTED)
  WriteSync hurry(Caller caller, @RequestBody WriteSyncRequest request) {
    if (request.organizationId() == null) {
      throw ApiException.badRequest("bad_parameter", "organizationId is missing.");
    }
    OrganizationAccess access = caller.in(request.organizationId()).require(Permission.Sync);
    Integer priority = priority(request.priority());
    WriteSync answer =
        tenancy.within(
            access.organizationId(),
            () -> {
              int waiting =
                  queue.hurry(access.organizationId(), request.modificationIds(), priority);
              return answer(access.organizationId(), waiting);
            });
    signals.notify("vanguard_queue");
    return answer;
  }

  private WriteSync answer(String organizationId, int waiting) {
    long size = queue.size(organizationId);
    return new WriteSync(
        true,
        UUID.randomUUID(),
        message(organizationId, waiting),
        waiting,
        size,
        clock.instant().plus(PER_EDIT.multipliedBy(size)));
  }

  private String message(String organizationId, int waiting) {
    if (!flags.autoSyncRuns(organizationId)) {
      return "auto_sync is off: " + waiting + " edits wait until it is switched on.";
    }
    return waiting == 0 ? "Nothing is waiting." : waiting + " edits are due now.";
  }

  private static @Nullable Integer priority(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "high" -> 0;
      case "normal" -> 1;
      case "low" -> 2;
      default ->
          throw ApiException.badRequest(
              "bad_parameter", "priority is one of high, normal and low.");
    };
  }
}
