package com.pfavanguard.ops.web;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.ops.store.SyncLogStore;
import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was read and written, when and with which outcome. */
@RestController
@Role.Server
class SyncLogController {
  private static final int MAX_LIMIT = 1_000;

  private final Tenancy tenancy;
  private final SyncLogStore log;

  SyncLogController(Tenancy tenancy, SyncLogStore log) {
    this.tenancy = tenancy;
    this.log = log;
  }

  @Operation(
      summary = "The sync log, newest first",
      description = "Pass nextBefore back as before for older lines; null at the end.")
  @GetMapping("/api/pems/sync-logs")
  Map<String, @Nullable Object> list(
      Caller caller,
      @RequestParam String organizationId,
      @RequestParam(required = false) @Nullable String pfaId,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      @RequestParam(defaultValue = "100") int limit) {
    OrganizationAccess access = caller.in(organizationId);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw ApiException.badRequest("bad_limit", "limit must be between 1 and " + MAX_LIMIT + ".");
    }
    List<SyncLogStore.Line> lines =
        tenancy.within(organizationId, () -> log.find(access, pfaId, before, limit));
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("logs", lines);
    answer.put("nextBefore", lines.size() == limit ? lines.getLast().logId() : null);
    return answer;
  }
}
