package com.pfavanguard.history.web;

import com.pfavanguard.history.Rollback;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.writeback.CommitDrafts;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One record back to one of its versions. */
@RestController
@Role.Server
@RequestMapping("/api/pfa-data/{pfaId}/rollback")
class RecordRollbackController {
  private final Rollback rollback;

  RecordRollbackController(Rollback rollback) {
    this.rollback = rollback;
  }

  /**
   * @param baseVersion the baseVersion of the preview; refused when the record has moved on since
   */
  record RollbackRequest(
      @Nullable String organizationId,
      @Nullable Long version,
      @Nullable Long baseVersion,
      @Nullable String reason) {}

  @Operation(
      summary = "What a rollback would do, exactly; nothing changes",
      description =
          "The same body as rollback; reason may be missing. kept names fields that stay: locked ones, and an actual"
              + " end that would be shortened.")
  @PostMapping("/preview")
  Map<String, @Nullable Object> preview(
      Caller caller, @PathVariable String pfaId, @RequestBody RollbackRequest request) {
    OrganizationAccess access = caller.in(Asked.organization(request.organizationId()));
    return new WayBackJson(access).of(rollback.preview(access, wish(pfaId, request)));
  }

  @Operation(
      summary = "Bring a record back to one of its versions, by a new edit through the queue",
      description =
          "Needs Sync, EditForecast and whatever the single fields need, and a reason. A draft of mine on the record"
              + " stays. 404 for an unknown version; 409 nothing_to_roll_back or record_changed; 422 for values that"
              + " break a rule.")
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  CommitDrafts.Committed rollBack(
      Caller caller, @PathVariable String pfaId, @RequestBody RollbackRequest request) {
    OrganizationAccess access = caller.in(Asked.organization(request.organizationId()));
    return rollback.rollBack(access, wish(pfaId, request), Asked.reason(request.reason()));
  }

  private static Rollback.ToVersion wish(String pfaId, RollbackRequest request) {
    if (request.version() == null) {
      throw ApiException.badRequest("bad_parameter", "version is missing.");
    }
    return new Rollback.ToVersion(pfaId, request.version(), request.baseVersion());
  }
}
