package com.pfavanguard.conflict;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.util.EnumSet;
import java.util.Set;

/**
 * The merge rule, field by field: equal values collapse, disjoint edits merge, overlapping ones
 * conflict.
 */
public final class ThreeWayMerge {
  private ThreeWayMerge() {}

  /**
   * @param base what the author was shown, at least in the fields of ours
   * @param ours the author's edit
   * @param pems the record as it is now
   * @param movedOn whether PEMS counts a newer version than the base
   */
  public static MergeDecision decide(
      FieldValues base, FieldValues ours, FieldValues pems, boolean movedOn) {
    Set<PfaField> toWrite = EnumSet.noneOf(PfaField.class);
    Set<PfaField> overlapping = EnumSet.noneOf(PfaField.class);
    for (PfaField field : ours.fields()) {
      if (pems.agreesOn(field, ours)) {
        continue;
      }
      (pems.agreesOn(field, base) ? toWrite : overlapping).add(field);
    }
    if (!overlapping.isEmpty()) {
      return new MergeDecision.Overlap(overlapping);
    }
    return toWrite.isEmpty()
        ? new MergeDecision.AlreadyThere()
        : new MergeDecision.Write(ours.only(toWrite::contains), movedOn);
  }
}
