package com.pfavanguard.ingest.web;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.ingest.Drift;
import com.pfavanguard.ingest.Reconciliation;
import com.pfavanguard.ingest.ReconciliationStart;
import com.pfavanguard.ingest.Reconciliations;
import com.pfavanguard.ingest.SyncTrigger;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/pems/reconciliations}: comparing the mirror with PEMS. */
@RestController
@Role.Server
@RequestMapping("/api/pems/reconciliations")
class ReconciliationController {
  private static final int MOST = 500;

  record Wish(@Nullable String organizationId) {}

  record Listing(List<Reconciliation> reconciliations) {}

  /**
   * @param nextCursor null on the last page
   */
  record Detail(
      Reconciliation reconciliation, List<DriftView> drifts, @Nullable String nextCursor) {}

  private final Reconciliations reconciliations;

  ReconciliationController(Reconciliations reconciliations) {
    this.reconciliations = reconciliations;
  }

  @Operation(
      summary = "Compares an organization's mirror with PEMS, in the background",
      description =
          "Needs RefreshData. Records of which the mirror is behind PEMS, and no edit is on its way,"
              + " are brought in line; every other difference is told with its cause.")
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Reconciliation start(Caller caller, @RequestBody Wish wish) {
    if (wish.organizationId() == null) {
      throw ApiException.badRequest("bad_parameter", "Give organizationId.");
    }
    caller.in(wish.organizationId()).require(Permission.RefreshData);
    return switch (reconciliations.start(
        wish.organizationId(), SyncTrigger.manual, caller.userId())) {
      case ReconciliationStart.Started(Reconciliation begun) -> begun;
      case ReconciliationStart.AlreadyRunning(UUID running) ->
          throw ApiException.conflict(
              "reconciliation_running",
              "A comparison of this organization is running already: " + running + ".");
      case ReconciliationStart.NotConfigured(String detail) ->
          throw ApiException.conflict("pems_not_configured", detail + ".");
    };
  }

  @Operation(summary = "The newest comparisons of an organization")
  @GetMapping
  Listing list(
      Caller caller,
      @RequestParam String organizationId,
      @RequestParam(defaultValue = "20") int limit) {
    caller.in(organizationId);
    return new Listing(reconciliations.newest(organizationId, Math.clamp(limit, 1, MOST)));
  }

  @Operation(
      summary = "One comparison with the records that differed",
      description = "Amounts are null for callers without ViewFinancials.")
  @GetMapping("/{reconciliationId}")
  Detail detail(
      Caller caller,
      @PathVariable String reconciliationId,
      @RequestParam(defaultValue = "0") long cursor,
      @RequestParam(defaultValue = "100") int limit) {
    Reconciliation found =
        ReadableIds.parse(reconciliationId)
            .flatMap(id -> reconciliations.find(caller.readable(), id))
            .orElseThrow(() -> ApiException.notFound("Reconciliation " + reconciliationId));
    OrganizationAccess access = caller.in(found.organizationId());
    int rows = Math.clamp(limit, 1, MOST);
    List<Drift> drifts = reconciliations.drifts(found, cursor, rows);
    boolean more = drifts.size() == rows;
    return new Detail(
        found,
        drifts.stream()
            .map(drift -> DriftView.of(drift, access.may(Permission.ViewFinancials)))
            .toList(),
        more ? Long.toString(drifts.getLast().driftId()) : null);
  }
}
