package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.portfolio.Codes;
import com.pfavanguard.simulator.record.PfaField;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a tenant refuses to store. */
final class ScreenRules {
  private static final Set<String> SOURCES = Set.of("Rental", "Purchase");
  private static final Set<String> DEPARTMENTS = Set.of("BEO", "PROJECT");
  private final RequestContext context;
  private final Codes codes;

  ScreenRules(RequestContext context, Codes codes) {
    this.context = context;
    this.codes = codes;
  }

  void check(Map<PfaField, @Nullable Object> values) {
    values.forEach(
        (field, value) -> {
          switch (value) {
            case String text -> checkText(context.schema().of(field), text);
            case BigDecimal number -> checkNumber(context.schema().of(field), number);
            case null, default -> {}
          }
        });
  }

  private void checkText(Column column, String text) {
    if (text.codePointCount(0, text.length()) > column.maxLength()) {
      throw PemsRefusal.invalid(
          "%s: the value exceeds the maximum length of %d characters"
              .formatted(column.screenName(), column.maxLength()));
    }
    boolean known =
        switch (column.field()) {
          case CATEGORY -> codes.isCategory(text);
          case EQUIPMENT_CLASS -> codes.isClass(text);
          case EQUIPMENT -> codes.isAsset(text);
          case SOURCE -> SOURCES.contains(text);
          case DOR -> DEPARTMENTS.contains(text);
          default -> true;
        };
    if (!known) {
      throw PemsRefusal.invalid(
          "%s: '%s' is not a valid %s"
              .formatted(column.screenName(), text, column.field().label()));
    }
  }

  private static void checkNumber(Column column, BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    int digits = plain.precision() + Math.max(0, -plain.scale());
    if (plain.scale() > column.decimals() || digits > column.maxLength()) {
      throw PemsRefusal.invalid(
          "%s: %s is not a valid number of at most %d digits, %d after the point"
              .formatted(
                  column.screenName(),
                  number.toPlainString(),
                  column.maxLength(),
                  column.decimals()));
    }
  }
}
