package com.pfavanguard.writeback.resolve;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.Resolution;
import com.pfavanguard.conflict.Settlement;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose value wins, by field, such as "PEMS wins for areaSilo". */
record BulkRules(Map<PfaField, Resolution> byField) {

  /** One rule as it is sent. */
  record Rule(@Nullable String field, @Nullable String resolution) {}

  /**
   * @throws ApiException 400 for an unknown field, a field ruled twice, or a resolution other than
   *     use_local and use_pems
   */
  static BulkRules parse(@Nullable List<Rule> rules) {
    if (rules == null || rules.isEmpty()) {
      throw bad("rules must name at least one field and whose value wins there.");
    }
    Map<PfaField, Resolution> byField = new EnumMap<>(PfaField.class);
    for (Rule rule : rules) {
      PfaField field =
          PfaField.named(rule.field() == null ? "" : rule.field())
              .orElseThrow(() -> bad("There is no field \"" + rule.field() + "\"."));
      Resolution resolution = ResolveController.resolution(rule.resolution());
      if (resolution == Resolution.merge) {
        throw bad("A rule says use_local or use_pems.");
      }
      if (byField.put(field, resolution) != null) {
        throw bad(field.apiName() + " has two rules.");
      }
    }
    return new BulkRules(byField);
  }

  Set<PfaField> fields() {
    return byField.keySet();
  }

  /** What the rules make of a conflict that they cover. */
  Wish wish(Conflict conflict) {
    Settlement settlement = Settlement.ruled(conflict, byField::get);
    return new Wish(
        conflict, resolution(conflict), pems -> settlement, FieldValues.EMPTY, null, true);
  }

  /** Where every overlapping field goes one way, and nothing else is at stake, that way's name. */
  private Resolution resolution(Conflict conflict) {
    Set<PfaField> fields = conflict.fields();
    if (fields.stream().allMatch(field -> byField.get(field) == Resolution.use_local)) {
      return Resolution.use_local;
    }
    boolean allPems = fields.containsAll(conflict.ours().values().fields());
    return allPems && fields.stream().allMatch(field -> byField.get(field) == Resolution.use_pems)
        ? Resolution.use_pems
        : Resolution.merge;
  }

  private static ApiException bad(String detail) {
    return ApiException.badRequest("bad_rules", detail);
  }
}
