package com.pfavanguard.writeback.resolve;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The second person's word on a resolution of high value. */
@RestController
@Role.Server
@RequestMapping("/api/pems/conflicts/{id}")
class ApprovalController {
  private final SecondPerson second;

  ApprovalController(SecondPerson second) {
    this.second = second;
  }

  record Decision(@Nullable String organizationId, @Nullable String reason) {}

  @Operation(
      summary = "Agree with the proposed resolution and carry it out",
      description =
          "Needs Sync, and another person than the proposer (403 own_proposal). 409 no_proposal, already_resolved,"
              + " or stale_base when PEMS has moved on since it was proposed.")
  @PostMapping("/approve")
  Map<String, @Nullable Object> approve(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String organizationId,
      @RequestBody(required = false) @Nullable Decision decision) {
    Decision said = decision == null ? new Decision(null, null) : decision;
    return PlanJson.of(
        caller,
        second.approve(
            Target.of(caller, id, said.organizationId(), organizationId), said.reason()));
  }

  @Operation(
      summary = "Refuse the proposed resolution; the conflict waits for another",
      description = "Needs Sync, another person than the proposer, and a reason.")
  @PostMapping("/reject")
  Map<String, @Nullable Object> reject(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String organizationId,
      @RequestBody Decision decision) {
    if (decision.reason() == null || decision.reason().isBlank()) {
      throw ApiException.badRequest("reason_required", "Say why the proposal is refused.");
    }
    Target target = Target.of(caller, id, decision.organizationId(), organizationId);
    second.reject(target, decision.reason());
    return Map.of("id", target.id(), "status", "unresolved", "outcome", "rejected");
  }
}
