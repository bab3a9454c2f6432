package com.pfavanguard.writeback.deadletter;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the edits that PEMS will not take. */
@RestController
@Role.Server
class DeadLetterController {
  private static final int MAX_LIMIT = 500;

  private final Tenancy tenancy;
  private final DeadLetterStore store;

  DeadLetterController(Tenancy tenancy, DeadLetterStore store) {
    this.tenancy = tenancy;
    this.store = store;
  }

  @Operation(
      summary = "Dead letters, newest first, and how many there are by cause",
      description =
          "Of one organization, or of all that I may read. Pass nextCursor back as cursor. request is what was asked of"
              + " PEMS last, without credentials; response what it said: in words, and as the status and the first 4,000"
              + " characters of its answer, without secrets, to those who may see amounts. Null where it gave none.")
  @GetMapping("/api/pems/dead-letters")
  Map<String, @Nullable Object> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String organizationId,
      @Parameter(description = "such as rejected, unavailable or record_not_found")
          @RequestParam(required = false)
          @Nullable String cause,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "100") int limit) {
    Collection<String> organizations = caller.readable(organizationId);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw ApiException.badRequest("bad_limit", "limit must be between 1 and " + MAX_LIMIT + ".");
    }
    DeadLetterCursor after = cursor == null ? null : DeadLetterCursor.decode(cursor);
    return tenancy.within(
        organizations,
        () -> {
          List<DeadLetter> found = store.findPage(organizations, cause, after, limit + 1);
          boolean more = found.size() > limit;
          List<DeadLetter> page = more ? found.subList(0, limit) : found;
          Map<String, @Nullable Object> answer = new LinkedHashMap<>();
          answer.put("deadLetters", page.stream().map(new DeadLetterJson(caller)::of).toList());
          answer.put("causes", store.countByCause(organizations));
          answer.put("nextCursor", more ? page.getLast().cursor().encode() : null);
          return answer;
        });
  }
}
