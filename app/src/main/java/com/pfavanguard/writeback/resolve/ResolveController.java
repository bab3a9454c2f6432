package com.pfavanguard.writeback.resolve;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.Resolution;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.records.EditReader;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Resolves conflicts, one at a time. */
@RestController
@Role.Server
@RequestMapping("/api/pems/conflicts/{id}")
class ResolveController {
  private final ResolveConflicts conflicts;

  ResolveController(ResolveConflicts conflicts) {
    this.conflicts = conflicts;
  }

  /**
   * @param resolution use_local, use_pems or merge
   * @param mergedData for merge: the value of every overlapping field, and of others as wished;
   *     null clears
   * @param pemsVersion the version the caller was shown; without it the conflict's own
   */
  record ResolveRequest(
      @Nullable String organizationId,
      @Nullable String resolution,
      @Nullable Map<String, JsonNode> mergedData,
      @Nullable Long pemsVersion,
      @Nullable String reason) {}

  @Operation(
      summary = "What resolving would do, exactly; nothing changes",
      description = "The same body as resolve, and the same refusals.")
  @PostMapping("/preview")
  Map<String, @Nullable Object> preview(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String organizationId,
      @RequestBody ResolveRequest request) {
    Target target = Target.of(caller, id, request.organizationId(), organizationId);
    return PlanJson.of(caller, conflicts.preview(target, wish(request)));
  }

  @Operation(
      summary = "Resolve a conflict",
      description =
          "use_local and merge queue the edit again on the PEMS version shown; use_pems gives it up. When the cost"
              + " impact is high the resolution waits for a second person (outcome awaiting_approval). 409"
              + " already_resolved, awaiting_approval, stale_base (names what changed), record_removed or"
              + " newer_edit_waiting; 422 for values that break a rule.")
  @PostMapping("/resolve")
  Map<String, @Nullable Object> resolve(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String organizationId,
      @RequestBody ResolveRequest request) {
    Target target = Target.of(caller, id, request.organizationId(), organizationId);
    return PlanJson.of(caller, conflicts.resolve(target, wish(request), request.reason()));
  }

  private static Function<Conflict, Wish> wish(ResolveRequest request) {
    Resolution resolution = resolution(request.resolution());
    if (resolution == Resolution.merge && request.mergedData() == null) {
      throw ApiException.badRequest("bad_parameter", "merge needs mergedData.");
    }
    return conflict -> {
      FieldValues merged =
          request.mergedData() == null || resolution != Resolution.merge
              ? FieldValues.EMPTY
              : EditReader.read(conflict.key().pfaId(), request.mergedData());
      return Wish.of(conflict, resolution, merged, request.pemsVersion());
    };
  }

  static Resolution resolution(@Nullable String name) {
    for (Resolution resolution : Resolution.values()) {
      if (resolution.name().equals(name)) {
        return resolution;
      }
    }
    throw ApiException.badRequest(
        "bad_parameter", "resolution is one of use_local, use_pems and merge.");
  }
}
