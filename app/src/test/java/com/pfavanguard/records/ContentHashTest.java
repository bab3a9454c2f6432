package com.pfavanguard.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class ContentHashTest {

  @Property
  void aNumberHashesTheSameAtEveryScale(
      @ForAll long unscaled,
      @ForAll @IntRange(max = 6) int scale,
      @ForAll @IntRange(max = 6) int more) {
    BigDecimal number = BigDecimal.valueOf(unscaled, scale);

    assertThat(hash(PfaField.MONTHLY_RATE, number))
        .isEqualTo(hash(PfaField.MONTHLY_RATE, number.setScale(scale + more)));
  }

  @Property
  void differentTextsAndDifferentPlacesHashDifferently(@ForAll String one, @ForAll String other) {
    var values = FieldValues.of(Map.of(PfaField.MODEL, one, PfaField.SOURCE, other));
    var swapped = FieldValues.of(Map.of(PfaField.MODEL, other, PfaField.SOURCE, one));

    assertThat(ContentHash.of(values).equals(ContentHash.of(swapped))).isEqualTo(one.equals(other));
  }

  @Example
  void whatPemsKeepsItselfDoesNotCount() {
    assertThat(hash(PfaField.LAST_CHANGED_AT, Instant.EPOCH))
        .isEqualTo(hash(PfaField.LAST_CHANGED_BY, "somebody"))
        .isEqualTo(ContentHash.of(FieldValues.EMPTY));
  }

  @Example
  void anEmptyFlagIsFalseAndAnEmptyValueIsNone() {
    assertThat(hash(PfaField.IS_ACTUALIZED, false)).isEqualTo(hash(PfaField.IS_ACTUALIZED, null));
    assertThat(hash(PfaField.IS_ACTUALIZED, true))
        .isNotEqualTo(hash(PfaField.IS_ACTUALIZED, null))
        .isNotEqualTo(hash(PfaField.IS_DISCONTINUED, true));
  }

  @Example
  void theHashOfARecordNeverChangesBetweenReleases() {
    assertThat(hash(PfaField.MONTHLY_RATE, new BigDecimal("1250.00")))
        .hasToString("a1a666c3-49b1-3d54-be92-4f3f1658df3a");
  }

  private static java.util.UUID hash(PfaField field, @Nullable Object value) {
    Map<PfaField, @Nullable Object> values = new HashMap<>();
    values.put(field, value);
    return ContentHash.of(FieldValues.of(values));
  }
}
