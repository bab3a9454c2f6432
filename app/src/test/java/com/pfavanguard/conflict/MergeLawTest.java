package com.pfavanguard.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The merge law over every editable field of every type, and every subset of them. */
class MergeLawTest {
  private static final List<PfaField> FIELDS =
      PfaField.ALL.stream().filter(PfaField::editable).toList();

  /** What becomes of one field. */
  private enum Fate {
    LEFT,
    WRITTEN,
    THERE,
    CLASHING
  }

  /** One way that base, ours and PEMS can lie to each other: 0 is empty, 1 to 3 are values. */
  private enum Case {
    UNTOUCHED(1, null, 1, Fate.LEFT),
    THEIRS(1, null, 2, Fate.LEFT),
    OURS(1, 2, 1, Fate.WRITTEN),
    BOTH_THE_SAME(1, 2, 2, Fate.THERE),
    BOTH_DIFFERENT(0, 1, 2, Fate.CLASHING),
    WE_CLEAR(1, 0, 1, Fate.WRITTEN),
    BOTH_CLEAR(1, 0, 0, Fate.THERE),
    WE_CLEAR_THEY_CHANGE(1, 0, 2, Fate.CLASHING),
    WE_FILL(0, 1, 0, Fate.WRITTEN),
    WE_CHANGE_THEY_CLEAR(1, 2, 0, Fate.CLASHING),
    WE_REPEAT_THE_BASE(1, 1, 1, Fate.THERE),
    WE_REPEAT_THE_BASE_THEY_CHANGE(1, 1, 2, Fate.CLASHING);

    private final int base;
    private final @Nullable Integer ours;
    private final int pems;
    private final Fate fate;

    Case(int base, @Nullable Integer ours, int pems, Fate fate) {
      this.base = base;
      this.ours = ours;
      this.pems = pems;
      this.fate = fate;
    }
  }

  @Property(tries = 5_000)
  void everyFieldMeetsItsFateWhateverHappensToTheOthers(@ForAll("cases") List<Case> cases) {
    assertLaw(cases);
  }

  @Example
  void everySubsetOfOursMeetsTheirsInTheOthersInTheSameOrInHalfOfThem() {
    for (int subset = 0; subset < 1 << FIELDS.size(); subset++) {
      int ours = subset;
      assertLaw(cases(ours, Case.OURS, Case.THEIRS));
      assertLaw(cases(ours, Case.BOTH_DIFFERENT, Case.UNTOUCHED));
      int half = ours & 0x5555_5555;
      List<Case> mixed =
          FIELDS.stream()
              .map(
                  field ->
                      has(half, field)
                          ? Case.BOTH_THE_SAME
                          : has(ours, field) ? Case.OURS : Case.UNTOUCHED)
              .toList();
      assertLaw(mixed);
    }
  }

  @Provide
  Arbitrary<List<Case>> cases() {
    // Clashes are rare in life too: else nearly no draw would be without one.
    Arbitrary<Case> calm =
        Arbitraries.of(
            EnumSet.allOf(Case.class).stream().filter(c -> c.fate != Fate.CLASHING).toList());
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(30, calm), net.jqwik.api.Tuple.of(1, Arbitraries.of(Case.class)))
        .list()
        .ofSize(FIELDS.size());
  }

  private static void assertLaw(List<Case> cases) {
    Map<PfaField, @Nullable Object> base = new EnumMap<>(PfaField.class);
    Map<PfaField, @Nullable Object> ours = new EnumMap<>(PfaField.class);
    Map<PfaField, @Nullable Object> pems = new EnumMap<>(PfaField.class);
    for (int i = 0; i < cases.size(); i++) {
      PfaField field = FIELDS.get(i);
      Case one = cases.get(i);
      base.put(field, value(field, one.base, "0"));
      pems.put(field, value(field, one.pems, "000"));
      if (one.ours != null) {
        ours.put(field, value(field, one.ours, ""));
      }
    }

    MergeDecision decision =
        ThreeWayMerge.decide(
            FieldValues.of(base), FieldValues.of(ours), FieldValues.of(pems), true);

    Set<PfaField> clashing = where(cases, Fate.CLASHING);
    Set<PfaField> toWrite = where(cases, Fate.WRITTEN);
    if (!clashing.isEmpty()) {
      assertThat(decision).isEqualTo(new MergeDecision.Overlap(clashing));
    } else if (toWrite.isEmpty()) {
      assertThat(decision).isEqualTo(new MergeDecision.AlreadyThere());
    } else {
      FieldValues written = FieldValues.of(ours).only(toWrite::contains);
      assertThat(decision).isEqualTo(new MergeDecision.Write(written, true));
    }
  }

  private static Set<PfaField> where(List<Case> cases, Fate fate) {
    Set<PfaField> fields = EnumSet.noneOf(PfaField.class);
    for (int i = 0; i < cases.size(); i++) {
      if (cases.get(i).fate == fate) {
        fields.add(FIELDS.get(i));
      }
    }
    return fields;
  }

  /**
   * The same value of a field may be written with different scales.
   *
   * @param zeros appended to decimals
   */
  private static @Nullable Object value(PfaField field, int number, String zeros) {
    if (number == 0) {
      return null;
    }
    return switch (field.type()) {
      case TEXT -> "value " + number;
      case DECIMAL -> new BigDecimal("123456789012." + number + zeros);
      case DATE -> LocalDate.of(2028, 2, 28).plusDays(number);
      case FLAG -> number == 1;
      case MOMENT -> Instant.EPOCH.plusSeconds(number);
    };
  }

  private static List<Case> cases(int subset, Case inside, Case outside) {
    return FIELDS.stream().map(field -> has(subset, field) ? inside : outside).toList();
  }

  private static boolean has(int subset, PfaField field) {
    return (subset >> FIELDS.indexOf(field) & 1) == 1;
  }
}
