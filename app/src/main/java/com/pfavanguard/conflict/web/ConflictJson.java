package com.pfavanguard.conflict.web;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.ShownValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A conflict as the API shows it: base, ours and PEMS side by side, field by field. */
final class ConflictJson {
  private final ShownValues shown;

  ConflictJson(OrganizationAccess access) {
    this.shown = new ShownValues(access);
  }

  /** Everything the conflict itself knows. */
  Map<String, @Nullable Object> summary(Conflict conflict) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", conflict.id());
    json.put("organizationId", conflict.key().organizationId());
    json.put("pfaId", conflict.key().pfaId());
    json.put("modificationId", conflict.ours().modificationId());
    json.put("status", conflict.status());
    json.put("detectedAt", conflict.detectedAt());
    json.put("fields", names(conflict.fields()));
    json.put("mergedFields", names(merged(conflict)));
    json.put("baseVersion", conflict.base().version());
    json.put("pemsVersion", conflict.pems().version());
    json.put("base", side(conflict.base(), conflict.base().values()));
    json.put("ours", ours(conflict.ours()));
    FieldValues pems = conflict.pems().values().only(conflict.ours().values()::has);
    json.put("pems", side(conflict.pems(), pems));
    json.put("resolution", ending(conflict.ending()));
    json.put("proposal", proposal(conflict.proposal()));
    return json;
  }

  /**
   * Every field that either side touched, with the record's result under each resolution.
   *
   * @param base every field of the version our author was shown; null when it is not kept here
   */
  Map<String, @Nullable Object> detail(
      Conflict conflict, @Nullable FieldValues base, FieldValues now, long nowVersion) {
    Map<String, @Nullable Object> json = summary(conflict);
    FieldValues known = base == null ? conflict.base().values() : base;
    json.put("base", side(from(conflict.base().version(), known), conflict.base().values()));
    json.put("currentPemsVersion", nowVersion);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (PfaField field : PfaField.ALL) {
      if (touched(conflict, base, field)) {
        rows.add(row(conflict, known, now, field));
      }
    }
    json.put("differences", rows);
    json.put("results", results(conflict, now));
    return json;
  }

  private Map<String, @Nullable Object> row(
      Conflict conflict, FieldValues base, FieldValues now, PfaField field) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("field", field.apiName());
    row.put("base", shown.value(field, base.get(field)));
    boolean ours = conflict.ours().values().has(field);
    row.put("ours", shown.value(field, (ours ? conflict.ours().values() : base).get(field)));
    row.put("pems", shown.value(field, conflict.pems().values().get(field)));
    row.put("currentPems", shown.value(field, now.get(field)));
    row.put("changedByUs", ours);
    row.put("changedInPems", !conflict.pems().values().agreesOn(field, base));
    row.put("overlaps", conflict.fields().contains(field));
    return row;
  }

  private Map<String, Object> results(Conflict conflict, FieldValues now) {
    FieldValues ours = conflict.ours().values();
    FieldValues merged = ours.only(field -> !conflict.fields().contains(field));
    return Map.of(
        "use_local", shown.fields(now.overlaidBy(ours)),
        "use_pems", shown.fields(now),
        "merge",
            Map.of(
                "values", shown.fields(now.overlaidBy(merged)),
                "undecided", names(conflict.fields())));
  }

  private static boolean touched(Conflict conflict, @Nullable FieldValues base, PfaField field) {
    return conflict.ours().values().has(field)
        || (base != null
            && !field.bookkeeping()
            && !conflict.pems().values().agreesOn(field, base));
  }

  /** Ours that nobody else changed, or changed to the same. */
  private static List<PfaField> merged(Conflict conflict) {
    return conflict.ours().values().fields().stream()
        .filter(field -> !conflict.fields().contains(field))
        .toList();
  }

  private static Conflict.Side from(long version, FieldValues record) {
    return new Conflict.Side(
        version,
        record,
        (String) record.get(PfaField.LAST_CHANGED_BY),
        (java.time.Instant) record.get(PfaField.LAST_CHANGED_AT));
  }

  private Map<String, @Nullable Object> side(Conflict.Side side, FieldValues values) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("version", side.version());
    json.put("by", side.by());
    json.put("at", side.at());
    json.put("fields", shown.fields(values));
    return json;
  }

  private Map<String, @Nullable Object> ours(Conflict.OurEdit edit) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("by", edit.author());
    json.put("at", edit.committedAt());
    json.put("reason", edit.reason());
    json.put("fields", shown.fields(edit.values()));
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> ending(Conflict.@Nullable Ending ending) {
    if (ending == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("resolution", ending.resolution().name());
    json.put("by", ending.by());
    json.put("approvedBy", ending.approvedBy());
    json.put("at", ending.at());
    json.put("reason", ending.reason());
    return json;
  }

  private @Nullable Map<String, @Nullable Object> proposal(Conflict.@Nullable Proposal proposal) {
    if (proposal == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("resolution", proposal.resolution().name());
    json.put("by", proposal.by());
    json.put("at", proposal.at());
    json.put("reason", proposal.reason());
    json.put("fields", shown.fields(proposal.payload()));
    json.put("costImpact", shown.amount(proposal.costImpact()));
    return json;
  }

  private static List<String> names(java.util.Collection<PfaField> fields) {
    return fields.stream().map(PfaField::apiName).toList();
  }
}
