package com.pfavanguard.writeback.web;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.writeback.CommitDrafts;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Commits drafts. */
@RestController
@Role.Server
class CommitController {
  private final CommitDrafts commitDrafts;

  CommitController(CommitDrafts commitDrafts) {
    this.commitDrafts = commitDrafts;
  }

  record CommitRequest(
      @Nullable String organizationId,
      @Nullable List<UUID> modificationIds,
      @Nullable String reason) {}

  @Operation(
      summary = "Queue my drafts for PEMS, all or none",
      description = "Without modificationIds every draft of mine in the organization.")
  @PostMapping("/api/pfa-data/commit-drafts")
  @ResponseStatus(HttpStatus.ACCEPTED)
  CommitDrafts.Committed commit(Caller caller, @RequestBody CommitRequest request) {
    if (request.organizationId() == null) {
      throw ApiException.badRequest("bad_parameter", "organizationId is missing.");
    }
    return commitDrafts.commit(
        caller.in(request.organizationId()), request.modificationIds(), request.reason());
  }
}
