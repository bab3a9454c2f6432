package com.pfavanguard.audit.web;

import com.pfavanguard.audit.domain.AuditCursor;
import com.pfavanguard.audit.domain.AuditQuery;
import com.pfavanguard.audit.domain.StoredEntry;
import com.pfavanguard.audit.store.AuditReader;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit, page by page; for those who may manage the organization's settings. */
@RestController
@Role.Server
class AuditController {
  private static final int MAX_LIMIT = 1_000;

  private final Tenancy tenancy;
  private final AuditReader reader;

  AuditController(Tenancy tenancy, AuditReader reader) {
    this.tenancy = tenancy;
    this.reader = reader;
  }

  @Operation(
      summary = "Who did what, newest first",
      description =
          "Needs ManageSettings. from is included, to is not. Pass nextCursor back as cursor. before and after hold"
              + " the fields concerned; amounts are null without ViewFinancials.")
  @GetMapping("/api/audit")
  Map<String, @Nullable Object> list(
      Caller caller,
      @RequestParam String organizationId,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable String pfaId,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "100") int limit) {
    OrganizationAccess access = caller.in(organizationId).require(Permission.ManageSettings);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw ApiException.badRequest("bad_limit", "limit must be between 1 and " + MAX_LIMIT + ".");
    }
    AuditQuery query = new AuditQuery(organizationId, from, to, pfaId, action);
    AuditCursor before = cursor == null ? null : AuditCursor.decode(cursor);
    List<StoredEntry> found =
        tenancy.within(organizationId, () -> reader.findNewest(query, before, limit));
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("entries", found.stream().map(new EntryJson(access)::entry).toList());
    answer.put("nextCursor", found.size() == limit ? found.getLast().cursor().encode() : null);
    return answer;
  }
}
