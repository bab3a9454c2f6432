package com.pfavanguard.records.domain;

import static com.pfavanguard.kernel.PfaField.ACTUAL_END;
import static com.pfavanguard.kernel.PfaField.ACTUAL_START;
import static com.pfavanguard.kernel.PfaField.DOR;
import static com.pfavanguard.kernel.PfaField.FORECAST_END;
import static com.pfavanguard.kernel.PfaField.FORECAST_START;
import static com.pfavanguard.kernel.PfaField.IS_ACTUALIZED;
import static com.pfavanguard.kernel.PfaField.MONTHLY_RATE;
import static com.pfavanguard.kernel.PfaField.PURCHASE_PRICE;
import static com.pfavanguard.kernel.PfaField.SOURCE;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules every record keeps (domain, Rules). Each names the fields that bring it into play. */
enum EditRule {
  FORECAST_ORDER(
      Set.of(FORECAST_START, FORECAST_END),
      FORECAST_END,
      "end_before_start",
      "The forecast must not end before it starts.",
      record -> endsBefore(record, FORECAST_START, FORECAST_END)),
  ACTUAL_ORDER(
      Set.of(ACTUAL_END),
      ACTUAL_END,
      "end_before_start",
      "The actual must not end before it starts.",
      record -> endsBefore(record, ACTUAL_START, ACTUAL_END)),
  ACTUAL_END_NEEDS_ACTUAL(
      Set.of(ACTUAL_END),
      ACTUAL_END,
      "not_actualized",
      "Only a record that is on site has an actual end.",
      record -> record.get(ACTUAL_END) != null && !Boolean.TRUE.equals(record.get(IS_ACTUALIZED))),
  RATE_NOT_NEGATIVE(
      Set.of(MONTHLY_RATE),
      MONTHLY_RATE,
      "negative",
      "The monthly rate must not be negative.",
      record -> negative(record.get(MONTHLY_RATE))),
  PRICE_NOT_NEGATIVE(
      Set.of(PURCHASE_PRICE),
      PURCHASE_PRICE,
      "negative",
      "The purchase price must not be negative.",
      record -> negative(record.get(PURCHASE_PRICE))),
  RENTAL_NEEDS_RATE(
      Set.of(SOURCE, MONTHLY_RATE),
      MONTHLY_RATE,
      "rate_missing",
      "A rental needs a monthly rate.",
      record -> isSource(record, "Rental") && record.get(MONTHLY_RATE) == null),
  PURCHASE_NEEDS_PRICE(
      Set.of(SOURCE, PURCHASE_PRICE),
      PURCHASE_PRICE,
      "price_missing",
      "A purchase needs a purchase price.",
      record -> isSource(record, "Purchase") && record.get(PURCHASE_PRICE) == null),
  SOURCE_KNOWN(
      Set.of(SOURCE),
      SOURCE,
      "not_allowed",
      "The source is either Rental or Purchase.",
      record -> !isOneOf(record.get(SOURCE), "Rental", "Purchase")),
  DOR_KNOWN(
      Set.of(DOR),
      DOR,
      "not_allowed",
      "The department of record is either BEO or PROJECT.",
      record -> !isOneOf(record.get(DOR), "BEO", "PROJECT"));

  private final Set<PfaField> fields;
  private final Breach breach;
  private final Predicate<FieldValues> broken;

  EditRule(
      Set<PfaField> fields,
      PfaField shownAt,
      String code,
      String message,
      Predicate<FieldValues> broken) {
    this.fields = EnumSet.copyOf(fields);
    this.breach = new Breach(shownAt, code, message);
    this.broken = broken;
  }

  boolean touchedBy(Set<PfaField> edited) {
    return fields.stream().anyMatch(edited::contains);
  }

  /** The breach, when the record breaks this rule. */
  List<Breach> check(FieldValues record) {
    return broken.test(record) ? List.of(breach) : List.of();
  }

  private static boolean endsBefore(FieldValues record, PfaField start, PfaField end) {
    return record.get(start) instanceof LocalDate from
        && record.get(end) instanceof LocalDate to
        && to.isBefore(from);
  }

  private static boolean negative(@Nullable Object value) {
    return value instanceof BigDecimal number && number.signum() < 0;
  }

  private static boolean isSource(FieldValues record, String source) {
    return Objects.equals(record.get(SOURCE), source);
  }

  private static boolean isOneOf(@Nullable Object value, String... allowed) {
    return List.of(allowed).contains(Objects.toString(value, ""));
  }
}
