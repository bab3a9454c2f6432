package com.pfavanguard.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.FieldLimits.Limit;
import com.pfavanguard.records.domain.Breach;
import com.pfavanguard.records.domain.FittingRule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tenant takes whole, by what its schema said. */
class FittingRuleTest {
  private static final Map<PfaField, Limit> LIMITS =
      Map.of(PfaField.MODEL, new Limit(5, null), PfaField.MONTHLY_RATE, new Limit(6, 2));

  @ParameterizedTest
  @CsvSource({
    "1234.56,",
    "1234.5600,",
    "-1234.56,",
    "0,",
    "0.01,",
    "123456,",
    "0.001,too_precise",
    "1234.567,too_precise",
    "1234567,too_many_digits",
    "12345.67,too_many_digits",
    "10000000,too_many_digits"
  })
  void aNumberIsTakenWholeOrNotAtAll(BigDecimal rate, @Nullable String code) {
    assertThat(code(PfaField.MONTHLY_RATE, rate)).isEqualTo(code);
  }

  @Test
  void aTextIsCountedInCharactersAsPeopleSeeThem() {
    assertThat(code(PfaField.MODEL, "12345")).isNull();
    assertThat(code(PfaField.MODEL, "1234\uD83D\uDE9C")).isNull();
    assertThat(code(PfaField.MODEL, "123456")).isEqualTo("too_long");
  }

  @Test
  void whatIsClearedOrNotLimitedFits() {
    assertThat(code(PfaField.MODEL, null)).isNull();
    assertThat(code(PfaField.DESCRIPTION, "x".repeat(10_000))).isNull();
  }

  private static @Nullable String code(PfaField field, @Nullable Object value) {
    Map<PfaField, @Nullable Object> edit = new HashMap<>();
    edit.put(field, value);
    return FittingRule.breaches(LIMITS, FieldValues.of(edit)).stream()
        .map(Breach::code)
        .findFirst()
        .orElse(null);
  }
}
