package com.pfavanguard.conflict.web;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.ConflictCursor;
import com.pfavanguard.conflict.OwnConflicts;
import com.pfavanguard.conflict.store.ConflictReadStore;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaKey;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.records.CurrentRecord;
import com.pfavanguard.records.PemsRecords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows conflicts: base, ours and PEMS, with who and when on each side. */
@RestController
@Role.Server
class ConflictController {
  private static final int MAX_LIMIT = 500;
  private static final Set<String> STATES =
      Set.of("unresolved", "resolved_auto", "resolved_manual");

  private final Tenancy tenancy;
  private final ConflictReadStore conflicts;
  private final PemsRecords records;

  ConflictController(Tenancy tenancy, ConflictReadStore conflicts, PemsRecords records) {
    this.tenancy = tenancy;
    this.conflicts = conflicts;
    this.records = records;
  }

  @Operation(
      summary = "Conflicts, newest first",
      description =
          "Of one organization, or of all that I may read. Pass nextCursor back as cursor. fields are those that"
              + " overlap; mergedFields are ours that nobody else changed.")
  @GetMapping("/api/pems/conflicts")
  Map<String, @Nullable Object> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String organizationId,
      @Parameter(description = "unresolved, resolved_auto or resolved_manual; all without")
          @RequestParam(required = false)
          @Nullable String status,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "100") int limit) {
    Collection<String> organizations = caller.readable(organizationId);
    if (status != null && !STATES.contains(status)) {
      throw ApiException.badRequest("bad_parameter", "status is one of " + STATES + ".");
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw ApiException.badRequest("bad_limit", "limit must be between 1 and " + MAX_LIMIT + ".");
    }
    ConflictCursor after = cursor == null ? null : ConflictCursor.decode(cursor);
    List<Conflict> found =
        tenancy.within(
            organizations, () -> conflicts.findPage(organizations, status, after, limit + 1));
    boolean more = found.size() > limit;
    List<Conflict> page = more ? found.subList(0, limit) : found;
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("conflicts", page.stream().map(conflict -> summary(caller, conflict)).toList());
    answer.put(
        "nextCursor",
        more
            ? new ConflictCursor(page.getLast().detectedAt(), page.getLast().id()).encode()
            : null);
    return answer;
  }

  @Operation(
      summary = "One conflict, field by field, with the result under each resolution",
      description =
          "Send currentPemsVersion back as pemsVersion when resolving, so that a change in between is not decided"
              + " unseen.")
  @GetMapping("/api/pems/conflicts/{id}")
  Map<String, @Nullable Object> one(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String organizationId) {
    Collection<String> organizations = caller.readable(organizationId);
    return tenancy.within(
        organizations,
        () ->
            conflicts
                .find(organizations, OwnConflicts.id(id))
                .map(conflict -> detail(caller, conflict))
                .orElseThrow(OwnConflicts::unknown));
  }

  private static Map<String, @Nullable Object> summary(Caller caller, Conflict conflict) {
    return new ConflictJson(caller.in(conflict.key().organizationId())).summary(conflict);
  }

  private Map<String, @Nullable Object> detail(Caller caller, Conflict conflict) {
    PfaKey key = conflict.key();
    String organization = key.organizationId();
    FieldValues base =
        records.at(organization, Map.of(key.pfaId(), conflict.base().version())).get(key.pfaId());
    CurrentRecord now = records.current(organization, List.of(key.pfaId())).get(key.pfaId());
    ConflictJson json = new ConflictJson(caller.in(organization));
    return now == null
        ? json.detail(conflict, base, conflict.pems().values(), conflict.pems().version())
        : json.detail(conflict, base, now.values(), now.version());
  }
}
