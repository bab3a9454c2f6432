package com.pfavanguard.simulator.settings;

import com.pfavanguard.simulator.value.FlagStyle;
import com.pfavanguard.simulator.value.YearEmission;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every point in which tenants differ or are unknown, with the value assumed until told. */
@SuppressWarnings("ImmutableEnumChecker") // texts, numbers and flags, and stateless checks of them
public enum Setting {
  RECORDID_ENFORCED(true),
  STALE_STATUS(400, Setting::isStatus, "an HTTP status"),
  STALE_NAME("", Setting::any, "a text, empty for none"),
  MISSING_FIELDS_BECOME_NULL(false),
  EMPTY_FIELDS_OMITTED(false),
  FRACTIONAL_VALUE(false),
  BUSINESS_ERROR_STATUS(400, Setting::isStatus, "an HTTP status"),
  GRID_DATE_FORMAT("MM/dd/yyyy", Setting::isPattern, "a date pattern such as dd-MMM-yyyy"),
  GRID_THOUSANDS_COMMAS(false),
  ROW_STYLE("D", List.of("D", "CELL")),
  COLLAPSE_SINGLE(false),
  CURSOR_BASE(1, value -> value.equals(0) || value.equals(1), "0 or 1"),
  CURSOR_REPORTED("request", List.of("request", "last")),
  JOINER_JOINS("next", List.of("next", "previous")),
  RECORDS_MEANING("page", List.of("page", "total")),
  TOTAL_COUNT(true),
  SERVER_TIMESTAMP("data", List.of("data", "now")),
  MAX_PAGE_ROWS(10_000, Setting::isPositive, "a whole number above 0"),
  COLLECTION_PAGE_ROWS(500, Setting::isPositive, "a whole number above 0"),
  ORGANIZATION_HEADER_FILTERS(false),
  FLAG_STYLE("true_false", names(FlagStyle.values())),
  SERVER_ZONE("UTC", Setting::isZone, "a time zone"),
  YEAR_EMISSION("old", names(YearEmission.values())),
  STRICT_DATE_INPUT(false),
  SESSION_TIMEOUT_SECONDS(900, Setting::isPositive, "a whole number above 0"),
  MAX_SESSIONS(100, Setting::isPositive, "a whole number above 0"),
  SESSION_SHARING(false),
  RATE_PER_SECOND(200, Setting::isCount, "a whole number, 0 for no limit"),
  RATE_BURST(0, Setting::isCount, "a whole number, 0 for the rate and a tenth"),
  RETRY_AFTER(true),
  LATENCY_MILLIS(0, Setting::isCount, "a whole number, 0 or above");

  private final Object initial;
  private final Predicate<Object> valid;
  private final String expected;

  Setting(boolean initial) {
    this(initial, Setting::any, "true or false");
  }

  Setting(String initial, List<String> choices) {
    this(initial, choices::contains, "one of " + choices);
  }

  Setting(Object initial, Predicate<Object> valid, String expected) {
    this.initial = initial;
    this.valid = valid;
    this.expected = expected;
  }

  /** The name in the control API: {@code recordidEnforced}. */
  public String apiName() {
    StringBuilder name = new StringBuilder();
    for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  Object initial() {
    return initial;
  }

  /** Null when the value fits, else what was expected instead. */
  @Nullable String complaint(Object value) {
    boolean fits = value.getClass() == initial.getClass() && valid.test(value);
    return fits ? null : apiName() + " must be " + expected;
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static boolean any(Object value) {
    return true;
  }

  private static boolean isStatus(Object value) {
    return (int) value >= 200 && (int) value <= 599;
  }

  private static boolean isPositive(Object value) {
    return (int) value > 0;
  }

  private static boolean isCount(Object value) {
    return (int) value >= 0;
  }

  private static boolean isPattern(Object value) {
    try {
      DateTimeFormatter format = DateTimeFormatter.ofPattern((String) value, Locale.ENGLISH);
      return LocalDate.EPOCH.equals(format.parse(format.format(LocalDate.EPOCH), LocalDate::from));
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  private static boolean isZone(Object value) {
    try {
      ZoneId.of((String) value);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
