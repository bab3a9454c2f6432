package com.pfavanguard.ingest.web;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.ingest.ReadSync;
import com.pfavanguard.ingest.ReadWish;
import com.pfavanguard.ingest.SyncRun;
import com.pfavanguard.ingest.SyncStart;
import com.pfavanguard.ingest.SyncTrigger;
import com.pfavanguard.ingest.SyncType;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import io.swagger.v3.oas.annotations.Operation;
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
  /**
   * @param confirmRemovals of a full read: exactly so many records are gone from PEMS, as a failed
   *     read said, and shall go here
   * @param reason why that is right
   */
  record Wish(
      @Nullable String organizationId,
      @Nullable String syncType,
      @Nullable Long confirmRemovals,
      @Nullable String reason) {}

  private static final int LONGEST_REASON = 500;

  record Begun(UUID syncId, String organizationId, SyncType syncType, SyncRun.Status status) {}

  private final ReadSync reads;

  ReadSyncController(ReadSync reads) {
    this.reads = reads;
  }

  @Operation(
      summary = "Reads an organization from PEMS",
      description =
          "A full read that would remove more records than one read may fails as mass_removal and says in error.removals"
              + " how many. Whoever has Delete beside RefreshData may start another with exactly that number as"
              + " confirmRemovals and a reason; if another number is gone by then, it fails as removals_changed and"
              + " changes nothing.")
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Begun start(Caller caller, @RequestBody Wish wish) {
    if (wish.organizationId() == null) {
      throw ApiException.badRequest("bad_parameter", "Give organizationId.");
    }
    OrganizationAccess access = caller.in(wish.organizationId());
    access.require(Permission.RefreshData);
    SyncType type = type(wish.syncType());
    var confirmation = confirmation(access, type, wish);
    return switch (reads.start(
        new ReadWish(
            wish.organizationId(), type, SyncTrigger.manual, caller.userId(), confirmation))) {
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

  private static ReadWish.@Nullable Confirmation confirmation(
      OrganizationAccess access, SyncType type, Wish wish) {
    Long removals = wish.confirmRemovals();
    if (removals == null) {
      return null;
    }
    access.require(Permission.Delete);
    if (removals < 1 || type != SyncType.full) {
      throw ApiException.badRequest(
          "bad_parameter", "confirmRemovals is a number above 0, and only of a full read.");
    }
    String reason = wish.reason();
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw ApiException.badRequest(
          "reason_required", "Say in up to 500 characters why so many records may go.");
    }
    return new ReadWish.Confirmation(removals, reason.strip());
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
