package com.pfavanguard.records.web;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.records.Drafts;
import com.pfavanguard.records.domain.Draft;
import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Saving and discarding the caller's drafts. */
@RestController
@Role.Server
class DraftController {
  private static final int MAX_CHANGES = 5_000;

  private final Drafts drafts;

  DraftController(Drafts drafts) {
    this.drafts = drafts;
  }

  /** {@code fields}: null clears, absent leaves alone; decimals as strings or numbers. */
  record Change(
      @Nullable String pfaId,
      @Nullable Long baseVersion,
      @Nullable Map<String, JsonNode> fields,
      @Nullable String reason) {}

  record SaveDraftRequest(@Nullable String organizationId, @Nullable List<Change> changes) {}

  record DiscardDraftsRequest(
      @Nullable String organizationId, @Nullable List<UUID> modificationIds) {}

  record SavedDraft(
      UUID modificationId, String pfaId, long baseVersion, Map<String, @Nullable Object> fields) {}

  @Operation(
      summary = "Save edits as private drafts, all or none",
      description = "422 names change, record, field and reason of every refused value.")
  @PostMapping("/api/pfa-data/save-draft")
  Map<String, List<SavedDraft>> save(Caller caller, @RequestBody SaveDraftRequest request) {
    var access = caller.in(Required.organization(request.organizationId()));
    List<Change> changes = Required.list("changes", request.changes());
    if (changes.size() > MAX_CHANGES) {
      throw ApiException.badRequest(
          "too_many_changes", "At most " + MAX_CHANGES + " changes fit in one request.");
    }
    RecordJson json = new RecordJson(access);
    List<Draft> saved = drafts.save(access, ChangeReader.read(changes));
    return Map.of("drafts", saved.stream().map(draft -> savedDraft(draft, json)).toList());
  }

  @Operation(summary = "Discard drafts of mine, or all of them in the organization")
  @PostMapping("/api/pfa-data/discard-drafts")
  Map<String, Integer> discard(Caller caller, @RequestBody DiscardDraftsRequest request) {
    var access = caller.in(Required.organization(request.organizationId()));
    return Map.of("discardedCount", drafts.discard(access, request.modificationIds()));
  }

  private static SavedDraft savedDraft(Draft draft, RecordJson json) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (PfaField field : draft.delta().fields()) {
      fields.put(field.apiName(), json.value(field, draft.delta().get(field)));
    }
    return new SavedDraft(draft.modificationId(), draft.pfaId(), draft.baseVersion(), fields);
  }
}
