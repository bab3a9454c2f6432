package com.pfavanguard.history.web;

import com.pfavanguard.history.Rollback;
import com.pfavanguard.history.domain.WayBack;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.writeback.CommitDrafts;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A whole commit undone, every record back to what it was before. */
@RestController
@Role.Server
@RequestMapping("/api/pems/jobs/{jobId}/rollback")
class CommitRollbackController {
  private final Rollback rollback;

  CommitRollbackController(Rollback rollback) {
    this.rollback = rollback;
  }

  /**
   * @param includeLaterEdits whether records go back too whose fields were changed again since
   */
  record RollbackRequest(
      @Nullable String organizationId,
      @Nullable Boolean includeLaterEdits,
      @Nullable String reason) {}

  @Operation(
      summary = "What undoing a commit would do, record by record; nothing changes",
      description =
          "outcome of a record: goes_back; already_there; nothing_written (its edit changed nothing in PEMS);"
              + " changed_since (later edits touched the same fields, named in kept): skipped unless"
              + " includeLaterEdits.")
  @PostMapping("/preview")
  Map<String, Object> preview(
      Caller caller, @PathVariable UUID jobId, @RequestBody RollbackRequest request) {
    OrganizationAccess access = caller.in(Asked.organization(request.organizationId()));
    List<WayBack> ways = rollback.preview(access, wish(jobId, request));
    Map<String, Integer> counts = new TreeMap<>();
    ways.forEach(way -> counts.merge(way.verdict().name(), 1, Integer::sum));
    WayBackJson json = new WayBackJson(access);
    return Map.of("counts", counts, "records", ways.stream().map(json::of).toList());
  }

  @Operation(
      summary = "Undo a commit: every record back to the values before it, all or none",
      description =
          "New edits through the queue, under a new jobId whose live events tell the progress. Needs Sync,"
              + " EditForecast and whatever the single fields need, and a reason.")
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  CommitDrafts.Committed rollBack(
      Caller caller, @PathVariable UUID jobId, @RequestBody RollbackRequest request) {
    OrganizationAccess access = caller.in(Asked.organization(request.organizationId()));
    return rollback.rollBack(access, wish(jobId, request), Asked.reason(request.reason()));
  }

  private static Rollback.OfCommit wish(UUID jobId, RollbackRequest request) {
    return new Rollback.OfCommit(jobId, Boolean.TRUE.equals(request.includeLaterEdits()));
  }
}
