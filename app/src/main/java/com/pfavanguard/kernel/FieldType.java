package com.pfavanguard.kernel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The five kinds of value a record holds, with their one text form (API, JSON and SQL alike). */
public enum FieldType {
  TEXT("text"),
  /** Exact: at most 18 significant digits and 6 decimal places (pems-protocol, Numbers). */
  DECIMAL("numeric"),
  /** A plain date without a zone. */
  DATE("date"),
  FLAG("boolean"),
  MOMENT("timestamptz");

  private static final int MAX_DIGITS = 18;
  private static final int MAX_SCALE = 6;

  private final String sqlType;

  FieldType(String sqlType) {
    this.sqlType = sqlType;
  }

  public String sqlType() {
    return sqlType;
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException with a sentence for the user when the text has another form
   */
  public Object parse(String text) {
    try {
      return switch (this) {
        case TEXT -> text;
        case DECIMAL -> exact(new BigDecimal(text));
        case DATE -> LocalDate.parse(text);
        case FLAG -> flag(text);
        case MOMENT -> Instant.parse(text);
      };
    } catch (DateTimeParseException | NumberFormatException e) {
      throw new IllegalArgumentException("is not " + description(), e);
    }
  }

  /** The text form of a value of this type. */
  public String format(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private String description() {
    return switch (this) {
      case TEXT -> "a text";
      case DECIMAL -> "a decimal number such as 1250.00";
      case DATE -> "a date such as 2026-05-31";
      case FLAG -> "true or false";
      case MOMENT -> "a moment such as 2026-05-31T08:00:00Z";
    };
  }

  private static BigDecimal exact(BigDecimal number) {
    // An exponent such as 1e999999999 would expand to a gigabyte of digits: refuse before
    // expanding.
    if (Math.abs((long) number.scale()) > MAX_DIGITS
        || number.precision() > MAX_DIGITS + MAX_SCALE) {
      throw new IllegalArgumentException("has more than 18 digits");
    }
    BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
    if (plain.stripTrailingZeros().scale() > MAX_SCALE) {
      throw new IllegalArgumentException("has more than 6 decimal places");
    }
    if (plain.stripTrailingZeros().precision() > MAX_DIGITS
        || plain.precision() - plain.scale() > MAX_DIGITS) {
      throw new IllegalArgumentException("has more than 18 digits");
    }
    return plain.scale() > MAX_SCALE ? plain.setScale(MAX_SCALE) : plain;
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("is not true or false");
    };
  }
}
