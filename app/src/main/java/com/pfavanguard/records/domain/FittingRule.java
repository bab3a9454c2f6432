package com.pfavanguard.records.domain;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.FieldLimits.Limit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values that the tenant would not take whole are refused, never cut or rounded. */
public final class FittingRule {
  private FittingRule() {}

  /** What does not fit. */
  public static List<Breach> breaches(Map<PfaField, Limit> limits, FieldValues edit) {
    List<Breach> breaches = new ArrayList<>();
    for (PfaField field : edit.fields()) {
      Limit limit = limits.get(field);
      if (limit != null) {
        breach(field, limit, edit.get(field)).ifPresent(breaches::add);
      }
    }
    return breaches;
  }

  private static Optional<Breach> breach(PfaField field, Limit limit, @Nullable Object value) {
    return switch (value) {
      case String text when limit.length() != null && length(text) > limit.length() ->
          breach(field, "too_long", "at most " + limit.length() + " characters");
      case BigDecimal number when limit.decimals() != null && decimals(number) > limit.decimals() ->
          breach(field, "too_precise", "at most " + limit.decimals() + " decimal places");
      case BigDecimal number when limit.length() != null && digits(number) > limit.length() ->
          breach(field, "too_many_digits", "at most " + limit.length() + " digits");
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Breach> breach(PfaField field, String code, String takes) {
    String message = field.apiName() + " takes " + takes + " in PEMS.";
    return Optional.of(new Breach(field, code, message));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static int decimals(BigDecimal number) {
    return Math.max(0, number.stripTrailingZeros().scale());
  }

  private static int digits(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.precision() + Math.max(0, -plain.scale());
  }
}
