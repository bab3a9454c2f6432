package com.pfavanguard.writeback.deadletter;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.records.EditReader;
import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Sends dead letters on their way again, or gives them up. */
@RestController
@Role.Server
@RequestMapping("/api/pems/dead-letters")
class ReplayController {
  private final DeadLetters letters;

  ReplayController(DeadLetters letters) {
    this.letters = letters;
  }

  /**
   * @param fields for edit-and-replay: values to write instead, or besides; null clears
   */
  record ReplayRequest(@Nullable String organizationId, @Nullable Map<String, JsonNode> fields) {}

  record DiscardRequest(@Nullable String organizationId, @Nullable String reason) {}

  record BulkRequest(
      @Nullable String organizationId, @Nullable String cause, @Nullable String reason) {}

  @Operation(
      summary = "Queue a dead letter again, corrected or as it was",
      description =
          "It keeps its place in the commit order and its base: what PEMS changed in between is merged or becomes a"
              + " conflict, never overwritten. 409 not_a_dead_letter when it was replayed or discarded already.")
  @PostMapping("/{id}/replay")
  Map<String, @Nullable Object> replay(
      Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ReplayRequest request) {
    ReplayRequest asked = request == null ? new ReplayRequest(null, null) : request;
    DeadLetter letter =
        letters.replay(
            target(caller, id, asked.organizationId()),
            found ->
                asked.fields() == null
                    ? FieldValues.EMPTY
                    : EditReader.read(found.key().pfaId(), asked.fields()));
    return one(letter, "queued");
  }

  @Operation(summary = "Give a dead letter up, with a reason")
  @PostMapping("/{id}/discard")
  Map<String, @Nullable Object> discard(
      Caller caller, @PathVariable String id, @RequestBody DiscardRequest request) {
    String reason = reason(request.reason());
    return one(letters.discard(target(caller, id, request.organizationId()), reason), "discarded");
  }

  @Operation(
      summary = "Queue every dead letter of one cause again",
      description = "At most 1000 a call; more says whether to call again.")
  @PostMapping("/replay")
  Map<String, @Nullable Object> replayAll(Caller caller, @RequestBody BulkRequest request) {
    return bulk(letters.replayAll(access(caller, request), cause(request)), "replayed");
  }

  @Operation(
      summary = "Give every dead letter of one cause up, with a reason",
      description = "At most 1000 a call; more says whether to call again.")
  @PostMapping("/discard")
  Map<String, @Nullable Object> discardAll(Caller caller, @RequestBody BulkRequest request) {
    OrganizationAccess access = access(caller, request);
    String reason = reason(request.reason());
    return bulk(letters.discardAll(access, cause(request), reason), "discarded");
  }

  private static DeadLetters.Target target(
      Caller caller, String id, @Nullable String organizationId) {
    if (organizationId != null) {
      caller.in(organizationId).require(Permission.Sync);
    }
    try {
      return new DeadLetters.Target(caller, caller.readable(organizationId), Long.parseLong(id));
    } catch (NumberFormatException e) {
      throw ApiException.notFound("The dead letter");
    }
  }

  private static OrganizationAccess access(Caller caller, BulkRequest request) {
    if (request.organizationId() == null) {
      throw ApiException.badRequest("bad_parameter", "organizationId is missing.");
    }
    return caller.in(request.organizationId());
  }

  private static String cause(BulkRequest request) {
    if (request.cause() == null || request.cause().isBlank()) {
      throw ApiException.badRequest("bad_parameter", "cause is missing.");
    }
    return request.cause();
  }

  private static String reason(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw ApiException.badRequest("reason_required", "Say why the edit is given up.");
    }
    return reason;
  }

  private static Map<String, @Nullable Object> one(DeadLetter letter, String outcome) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", Long.toString(letter.id()));
    json.put("organizationId", letter.key().organizationId());
    json.put("pfaId", letter.key().pfaId());
    json.put("modificationId", letter.edit().modificationId());
    json.put("jobId", letter.jobId());
    json.put("outcome", outcome);
    return json;
  }

  private static Map<String, @Nullable Object> bulk(DeadLetters.Bulk bulk, String counted) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(counted + "Count", bulk.done().size());
    json.put("refusedCount", bulk.refused().size());
    json.put("more", bulk.more());
    json.put("deadLetters", bulk.done().stream().map(letter -> one(letter, counted)).toList());
    return json;
  }
}
