package com.pfavanguard.records.web;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Organizations;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.records.domain.RecordCursor;
import com.pfavanguard.records.domain.RecordListing;
import com.pfavanguard.records.domain.RecordSort;
import com.pfavanguard.records.domain.RecordView;
import com.pfavanguard.records.store.RecordStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The records of an organization as the caller sees them. */
@RestController
@Role.Server
class RecordController {
  private static final int MAX_LIMIT = 5_000;

  private final Tenancy tenancy;
  private final RecordStore records;
  private final Organizations organizations;

  RecordController(Tenancy tenancy, RecordStore records, Organizations organizations) {
    this.tenancy = tenancy;
    this.records = records;
    this.organizations = organizations;
  }

  @Operation(
      summary = "A page of records, merged with my drafts and everyone's queued edits",
      description =
          "Keyset paging: pass nextCursor back as cursor, with the same sort. Totals cover every record that the"
              + " filters match. Amounts are decimals as strings in the organization's currency.")
  @Parameter(
      in = ParameterIn.QUERY,
      name = "filter",
      array = @ArraySchema(schema = @Schema(type = "string")),
      description =
          "field:op:value, repeatable; op is one of eq, ne, lt, lte, gt, gte, in, contains, empty, notEmpty")
  @GetMapping("/api/pfa-data")
  Map<String, @Nullable Object> list(
      Caller caller,
      @RequestParam String organizationId,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @Parameter(description = "field or -field") @RequestParam(defaultValue = "pfaId") String sort,
      @Parameter(description = "words in id, description, category, manufacturer or model")
          @RequestParam(required = false)
          @Nullable String q,
      @RequestParam(defaultValue = "false") boolean includeDiscontinued,
      @RequestParam(defaultValue = "true") boolean totals,
      @Parameter(hidden = true) HttpServletRequest request) {
    OrganizationAccess access = caller.in(organizationId);
    if (limit < 0 || limit > MAX_LIMIT) {
      throw ApiException.badRequest("bad_limit", "limit must be between 0 and " + MAX_LIMIT + ".");
    }
    RecordListing listing =
        ListingRequest.parse(sort, request.getParameterValues("filter"), q, includeDiscontinued);
    if (listing.comparesMoney()) {
      access.require(Permission.ViewFinancials);
    }
    RecordCursor after = cursor == null ? null : RecordCursor.decode(cursor, listing.sort());
    return tenancy.within(
        organizationId,
        () -> {
          RecordJson json = new RecordJson(access);
          Map<String, @Nullable Object> answer = page(access, listing, after, limit, json);
          if (totals) {
            String currency = organizations.find(organizationId).currency();
            answer.put("totals", json.totals(records.findTotals(access, listing), currency));
          }
          return answer;
        });
  }

  @Operation(summary = "One record, discontinued or not")
  @GetMapping("/api/pfa-data/{pfaId}")
  Map<String, @Nullable Object> one(
      Caller caller, @PathVariable String pfaId, @RequestParam String organizationId) {
    OrganizationAccess access = caller.in(organizationId);
    return tenancy.within(
        organizationId,
        () ->
            records.findByIds(access, List.of(pfaId)).stream()
                .findFirst()
                .map(new RecordJson(access)::record)
                .orElseThrow(() -> ApiException.notFound("Record " + pfaId)));
  }

  private Map<String, @Nullable Object> page(
      OrganizationAccess access,
      RecordListing listing,
      @Nullable RecordCursor after,
      int limit,
      RecordJson json) {
    List<RecordView> found =
        limit == 0 ? List.of() : records.findPage(access, listing, after, limit);
    boolean more = found.size() > limit;
    List<RecordView> page = more ? found.subList(0, limit) : found;
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("records", page.stream().map(json::record).toList());
    answer.put("nextCursor", more ? cursorAfter(page.getLast(), listing.sort()).encode() : null);
    return answer;
  }

  private static RecordCursor cursorAfter(RecordView last, RecordSort sort) {
    Object value = SortValue.of(last, sort.column());
    return new RecordCursor(
        sort.text(), value == null ? null : sort.column().type().format(value), last.key().pfaId());
  }
}
