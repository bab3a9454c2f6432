package com.pfavanguard.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The merge law over every subset of editable text fields changed by us and by others. */
class ThreeWayMergeTest {
  private static final PfaField[] FIELDS = {
    PfaField.DESCRIPTION,
    PfaField.AREA_SILO,
    PfaField.CATEGORY,
    PfaField.MANUFACTURER,
    PfaField.MODEL
  };

  @Property
  void writesOursConflictsOnlyWhereOthersChangedTheSameFieldToSomethingElse(
      @ForAll Set<@net.jqwik.api.constraints.IntRange(max = 4) Integer> weChanged,
      @ForAll Set<@net.jqwik.api.constraints.IntRange(max = 4) Integer> theyChanged,
      @ForAll Set<@net.jqwik.api.constraints.IntRange(max = 4) Integer> agreed) {
    Map<PfaField, @Nullable Object> base = new EnumMap<>(PfaField.class);
    Map<PfaField, @Nullable Object> ours = new EnumMap<>(PfaField.class);
    Map<PfaField, @Nullable Object> pems = new EnumMap<>(PfaField.class);
    Set<PfaField> clashing = java.util.EnumSet.noneOf(PfaField.class);
    Set<PfaField> toWrite = java.util.EnumSet.noneOf(PfaField.class);
    for (int i = 0; i < FIELDS.length; i++) {
      PfaField field = FIELDS[i];
      base.put(field, i == 0 ? null : "base");
      boolean same = agreed.contains(i);
      pems.put(field, theyChanged.contains(i) ? (same ? "ours" : "theirs") : base.get(field));
      if (weChanged.contains(i)) {
        ours.put(field, "ours");
        if (theyChanged.contains(i) && !same) {
          clashing.add(field);
        } else if (!theyChanged.contains(i)) {
          toWrite.add(field);
        }
      }
    }

    MergeDecision decision =
        ThreeWayMerge.decide(
            FieldValues.of(base), FieldValues.of(ours), FieldValues.of(pems), true);

    switch (decision) {
      case MergeDecision.Overlap(Set<PfaField> fields) -> assertThat(fields).isEqualTo(clashing);
      case MergeDecision.Write(FieldValues changes, boolean merged) -> {
        assertThat(clashing).isEmpty();
        assertThat(changes.fields()).isNotEmpty().isEqualTo(toWrite);
        assertThat(merged).isTrue();
      }
      case MergeDecision.AlreadyThere() -> {
        assertThat(clashing).isEmpty();
        assertThat(toWrite).isEmpty();
      }
    }
  }
}
