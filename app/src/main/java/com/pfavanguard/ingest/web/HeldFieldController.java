package com.pfavanguard.ingest.web;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.ingest.HeldFields;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/pems/field-holds}: fields that PEMS has changed. */
@RestController
@Role.Server
@RequestMapping("/api/pems/field-holds")
class HeldFieldController {
  private final HeldFields fields;

  HeldFieldController(HeldFields fields) {
    this.fields = fields;
  }

  record Listing(List<HeldFields.Held> holds) {}

  @Operation(
      summary = "Fields that are neither written nor read because PEMS has changed them",
      description = "A hold ends by itself when the field is in PEMS as it was.")
  @GetMapping
  Listing list(Caller caller, @RequestParam String organizationId) {
    caller.in(organizationId);
    return new Listing(fields.of(organizationId));
  }

  @Operation(
      summary = "Takes a field's new type or size in PEMS as right, which ends its hold",
      description =
          "Needs ManageSettings; the hold ends for every organization of the PEMS connection. A missing"
              + " field cannot be accepted: its new name is configuration (vanguard.pems.fields).")
  @PostMapping("/{holdId}/accept")
  Listing accept(Caller caller, @PathVariable long holdId, @RequestParam String organizationId) {
    caller.in(organizationId).require(Permission.ManageSettings);
    if (!fields.accept(organizationId, holdId)) {
      throw ApiException.notFound("A hold " + holdId + " that can be accepted");
    }
    return new Listing(fields.of(organizationId));
  }
}
