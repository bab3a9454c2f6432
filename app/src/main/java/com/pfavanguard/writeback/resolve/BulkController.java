package com.pfavanguard.writeback.resolve;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Resolves many conflicts by rules. */
@RestController
@Role.Server
@RequestMapping("/api/pems/conflicts")
class BulkController {
  private final BulkResolve bulk;

  BulkController(BulkResolve bulk) {
    this.bulk = bulk;
  }

  /**
   * @param rules by field: use_local or use_pems
   */
  record BulkRequest(
      @Nullable String organizationId,
      @Nullable List<BulkRules.Rule> rules,
      @Nullable String reason) {}

  @Operation(
      summary = "What rules would do to the conflicts they cover; nothing changes",
      description = "The same body and answer as resolve-bulk.")
  @PostMapping("/preview-bulk")
  Map<String, @Nullable Object> preview(Caller caller, @RequestBody BulkRequest request) {
    OrganizationAccess access = access(caller, request);
    return answer(caller, bulk.preview(access, BulkRules.parse(request.rules())));
  }

  @Operation(
      summary = "Resolve every conflict whose overlapping fields the rules cover",
      description =
          "At most 1000 a call, oldest first; more says whether to call again. Fields that nobody else changed stay"
              + " ours. Refused ones keep waiting, each with its code.")
  @PostMapping("/resolve-bulk")
  Map<String, @Nullable Object> resolve(Caller caller, @RequestBody BulkRequest request) {
    OrganizationAccess access = access(caller, request);
    return answer(caller, bulk.resolve(access, BulkRules.parse(request.rules()), request.reason()));
  }

  private static OrganizationAccess access(Caller caller, BulkRequest request) {
    if (request.organizationId() == null) {
      throw ApiException.badRequest("bad_parameter", "organizationId is missing.");
    }
    return caller.in(request.organizationId());
  }

  private static Map<String, @Nullable Object> answer(Caller caller, List<Verdict> verdicts) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Plan.Outcome outcome : Plan.Outcome.values()) {
      counts.put(outcome.name(), 0);
    }
    counts.put("refused", 0);
    List<Map<String, @Nullable Object>> shown = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      Map<String, @Nullable Object> one =
          switch (verdict) {
            case Verdict.Ready(Plan plan) -> PlanJson.of(caller, plan);
            case Verdict.Refused refused -> refused(refused);
          };
      counts.merge(String.valueOf(one.get("outcome")), 1, Integer::sum);
      shown.add(one);
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("matched", verdicts.size());
    answer.put("counts", counts);
    answer.put("more", verdicts.size() == BulkResolve.LIMIT);
    answer.put("conflicts", shown);
    return answer;
  }

  private static Map<String, @Nullable Object> refused(Verdict.Refused refused) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", refused.conflict().id());
    json.put("pfaId", refused.conflict().key().pfaId());
    json.put("modificationId", refused.conflict().ours().modificationId());
    json.put("outcome", "refused");
    json.put("code", refused.why().code());
    json.put("detail", refused.why().getMessage());
    return json;
  }
}
