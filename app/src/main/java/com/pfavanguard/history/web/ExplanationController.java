package com.pfavanguard.history.web;

import com.pfavanguard.history.domain.Explainer;
import com.pfavanguard.history.domain.Explanation;
import com.pfavanguard.history.domain.Explanation.Choice;
import com.pfavanguard.history.domain.SyncFacts;
import com.pfavanguard.history.store.FactsStore;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a record is not in sync, in one sentence. */
@RestController
@Role.Server
class ExplanationController {
  private final Tenancy tenancy;
  private final FactsStore facts;

  ExplanationController(Tenancy tenancy, FactsStore facts) {
    this.tenancy = tenancy;
    this.facts = facts;
  }

  @Operation(
      summary =
          "Why a record is not in sync: one state, one cause, what happens next, what I can do",
      description =
          "With modificationId that edit is explained, whatever became of it; without, the open one that the record"
              + " shows, or the record itself. next is null when nothing happens by itself; its at is null for as soon"
              + " as possible. supersededBy names the edit it was folded into, discardedBy"
              + " who gave it up. choices are those that I may make; path is null where it is not made through the API.")
  @GetMapping("/api/pfa-data/{pfaId}/sync-explanation")
  Map<String, @Nullable Object> explain(
      Caller caller,
      @PathVariable String pfaId,
      @RequestParam String organizationId,
      @RequestParam(required = false) @Nullable UUID modificationId) {
    OrganizationAccess access = caller.in(organizationId);
    SyncFacts found =
        tenancy
            .within(organizationId, () -> facts.find(access, pfaId, modificationId))
            .orElseThrow(() -> ApiException.notFound("Record " + pfaId));
    if (modificationId != null && found.edit() == null) {
      throw ApiException.notFound("Edit " + modificationId);
    }
    return json(pfaId, access, found, Explainer.explain(found));
  }

  private static Map<String, @Nullable Object> json(
      String pfaId, OrganizationAccess access, SyncFacts facts, Explanation explanation) {
    SyncFacts.Edit edit = facts.edit();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("pfaId", pfaId);
    json.put("state", explanation.state());
    json.put("cause", explanation.cause());
    json.put("message", explanation.message());
    json.put("next", explanation.next());
    json.put("choices", choices(access, facts, explanation.choices()));
    json.put("modificationId", edit == null ? null : edit.modificationId());
    json.put("author", edit == null ? null : edit.author());
    json.put("since", edit == null ? null : edit.changedAt());
    json.put("supersededBy", edit == null ? null : edit.supersededBy());
    json.put("discardedBy", edit == null ? null : discardedBy(edit));
    return json;
  }

  private static @Nullable String discardedBy(SyncFacts.Edit edit) {
    return edit.status() == SyncFacts.Status.discarded ? edit.closedBy() : null;
  }

  private static List<Map<String, @Nullable Object>> choices(
      OrganizationAccess access, SyncFacts facts, List<Choice> choices) {
    return choices.stream()
        .filter(choice -> mayMake(access, ChoiceLink.of(choice)))
        .map(choice -> json(choice, facts))
        .toList();
  }

  private static boolean mayMake(OrganizationAccess access, ChoiceLink link) {
    return link.permission() == null || access.may(link.permission());
  }

  private static Map<String, @Nullable Object> json(Choice choice, SyncFacts facts) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("action", choice);
    json.put("path", path(ChoiceLink.of(choice), facts));
    return json;
  }

  private static @Nullable String path(ChoiceLink link, SyncFacts facts) {
    String path = link.path();
    if (path != null && facts.conflict() != null) {
      path = path.replace("{conflictId}", facts.conflict().conflictId().toString());
    }
    if (path != null && facts.queue() != null) {
      path = path.replace("{deadLetterId}", Long.toString(facts.queue().id()));
    }
    return path;
  }
}
