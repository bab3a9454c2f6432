package com.pfavanguard.records;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldError;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.domain.DraftJudge;
import com.pfavanguard.records.domain.RecordView;
import com.pfavanguard.records.store.RecordStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Judges edits that are no drafts (resolved conflicts, corrected dead letters) by the rules of
 * drafts: over the record as PEMS has it under everyone's queued edits. Joins the caller's
 * transaction.
 */
@Service
public class EditCheck {
  private final RecordStore records;
  private final FieldLimits limits;

  EditCheck(RecordStore records, ObjectProvider<FieldLimits> limits) {
    this.records = records;
    this.limits = limits.getIfAvailable(() -> organization -> Map.of());
  }

  /**
   * @param base the record as PEMS had it for whoever decided
   * @param edit everything that would be written
   * @param given the part of it that the caller has just chosen
   */
  public record Candidate(String pfaId, FieldValues base, FieldValues edit, FieldValues given) {}

  /**
   * What is wrong with each candidate, in their order; an empty list where nothing is. The index of
   * an error is the candidate's.
   *
   * @throws ApiException 403 when a field needs a permission that the caller lacks
   */
  public List<List<FieldError>> judge(OrganizationAccess access, List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    Map<String, RecordView> shown =
        records
            .findWithoutDrafts(access, candidates.stream().map(Candidate::pfaId).toList())
            .stream()
            .collect(Collectors.toMap(view -> view.key().pfaId(), view -> view));
    Map<PfaField, FieldLimits.Limit> fitting = limits.of(access.organizationId());
    List<List<FieldError>> errors = new ArrayList<>();
    for (int index = 0; index < candidates.size(); index++) {
      Candidate candidate = candidates.get(index);
      DraftJudge judge = new DraftJudge(access);
      judge.judgeFit(index, candidate.pfaId(), fitting, candidate.given());
      judge(judge, index, candidate, shown.get(candidate.pfaId()));
      errors.add(judge.errors());
    }
    return errors;
  }

  private static void judge(
      DraftJudge judge, int index, Candidate candidate, @Nullable RecordView shown) {
    String pfaId = candidate.pfaId();
    if (shown == null || shown.removed()) {
      judge.add(index, pfaId, null, "unknown_record", "The record is no longer in PEMS.");
    } else {
      FieldValues record = shown.values();
      judge.judge(index, pfaId, candidate.base(), record, candidate.edit());
      judge.judgePlacement(index, pfaId, record.overlaidBy(candidate.edit()), candidate.given());
    }
  }

  /**
   * @throws ApiException 403 when the caller may not edit one of these fields
   */
  public void requireMayEdit(OrganizationAccess access, FieldValues edit) {
    DraftJudge.requirePermissions(access, edit);
  }

  /** Whether the caller may edit all of these fields. */
  public boolean mayEdit(OrganizationAccess access, FieldValues edit) {
    return DraftJudge.mayEdit(access, edit);
  }
}
