package com.pfavanguard.writeback.resolve;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldError;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.CurrentRecord;
import com.pfavanguard.records.ShownValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a conflict is not resolved, each with its stable code. */
final class Refusals {
  private Refusals() {}

  static ApiException alreadyResolved(Conflict.Ending ending) {
    String who = ending.by() == null ? "It merged by itself" : ending.by() + " resolved it";
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("resolution", ending.resolution().name());
    details.put("resolvedAt", ending.at());
    if (ending.by() != null) {
      details.put("resolvedBy", ending.by());
    }
    return ApiException.conflict(
        "already_resolved", who + " as " + ending.resolution() + "; nothing was changed.", details);
  }

  static ApiException awaitingApproval(Conflict.Proposal proposal) {
    return ApiException.conflict(
        "awaiting_approval",
        proposal.by() + " has proposed " + proposal.resolution() + "; a second person decides.");
  }

  static ApiException recordRemoved() {
    return ApiException.conflict(
        "record_removed", "The record is no longer in PEMS; only use_pems is possible.");
  }

  /** PEMS moved on in fields that the caller decided on. */
  static ApiException stale(
      OrganizationAccess access,
      CurrentRecord now,
      FieldValues shown,
      Collection<PfaField> fields) {
    ShownValues json = new ShownValues(access);
    List<Map<String, @Nullable Object>> changed = new ArrayList<>();
    for (PfaField field : fields) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("field", field.apiName());
      one.put("shown", json.value(field, shown.get(field)));
      one.put("now", json.value(field, now.values().get(field)));
      changed.add(one);
    }
    return ApiException.conflict(
        "stale_base",
        "PEMS has changed "
            + String.join(", ", fields.stream().map(PfaField::apiName).toList())
            + " since; look again and decide on version "
            + now.version()
            + ".",
        Map.of("currentPemsVersion", now.version(), "changed", changed));
  }

  static ApiException unknownVersion(long version, CurrentRecord now) {
    return ApiException.conflict(
        "stale_base",
        "Version " + version + " of the record is not known here; look again.",
        Map.of("currentPemsVersion", now.version(), "changed", List.of()));
  }

  static ApiException newerEditWaiting(Collection<PfaField> fields) {
    return ApiException.conflict(
        "newer_edit_waiting",
        "Its author has a newer edit of "
            + String.join(", ", fields.stream().map(PfaField::apiName).toList())
            + " waiting; resolve when that is through.");
  }

  static ApiException earlierConflictFirst() {
    return ApiException.conflict(
        "earlier_conflict_first",
        "Its author has an earlier conflict on this record; once that is through, ask again.");
  }

  static ApiException undecided(Conflict conflict, Collection<PfaField> fields) {
    return ApiException.invalid(
        fields.stream()
            .map(
                field ->
                    new FieldError(
                        0,
                        conflict.key().pfaId(),
                        field.apiName(),
                        "undecided",
                        field.apiName() + " overlaps: mergedData must say its value."))
            .toList());
  }

  static ApiException mergeIsPems(Conflict conflict) {
    return ApiException.invalid(
        List.of(
            new FieldError(
                0,
                conflict.key().pfaId(),
                "mergedData",
                "merge_is_pems",
                "PEMS holds every merged value already; choose use_pems to give the edit up.")));
  }
}
