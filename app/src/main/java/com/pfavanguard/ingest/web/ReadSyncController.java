package com.pfavanguard.ingest.web;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.ingest.ReadSync;
import com.pfavanguard.ingest.SyncRun;
import com.pfavanguard.ingest.SyncStart;
import com.pfavanguard.ingest.SyncTrigger;
import com.pfavanguard.ingest.SyncType;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/pems/sync}: reading an organization from PEMS. */
@RestController
@Role.Server
@RequestMapping("/api/pems/sync")
class ReadSyncController {
  record Wish(@Nullable String organizationId, @Nullable String syncType) {}

  record Begun(UUID syncId, String organizationId, SyncType syncType, SyncRun.Status status) {}

  private final ReadSync reads;

  ReadSyncController(ReadSync reads) {
    this.reads = reads;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Begun start(Caller caller, @RequestBody Wish wish) {
    if (wish.organizationId() == null) {
      throw ApiException.badRequest("bad_parameter", "Give organizationId.");
    }
    caller.in(wish.organizationId()).require(Permission.RefreshData);
    SyncType type = type(wish.syncType());
    return switch (reads.start(wish.organizationId(), type, SyncTrigger.manual, caller.userId())) {
      case SyncStart.Started(SyncRun run) ->
          new Begun(run.syncId(), run.organizationId(), run.syncType(), run.status());
      case SyncStart.AlreadyRunning(UUID running) ->
          throw ApiException.conflict(
              "sync_running", "A read of this organization is running already: " + running + ".");
      case SyncStart.NotConfigured(String detail) ->
          throw ApiException.conflict("pems_not_configured", detail + ".");
    };
  }

  @GetMapping("/{syncId}")
  SyncRun find(Caller caller, @PathVariable String syncId) {
    return ReadableIds.parse(syncId)
        .flatMap(id -> reads.find(caller.readable(), id))
        .orElseThrow(() -> ApiException.notFound("Read " + syncId));
  }

  private static SyncType type(@Nullable String text) {
    return switch (text) {
      case "full" -> SyncType.full;
      case "incremental" -> SyncType.incremental;
      case null, default ->
          throw ApiException.badRequest("bad_parameter", "syncType must be full or incremental.");
    };
  }
}
