package com.pfavanguard.release.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A number with its unit, exact. 450 ms and 0.45 s are the same quantity: {@link #compareTo} goes
 * by base units, {@code equals} by what was written.
 */
public record Quantity(BigDecimal value, Unit unit) implements Comparable<Quantity> {
  private static final Pattern WRITTEN =
      Pattern.compile("\\s*([+-]?\\d+(?:\\.\\d+)?)\\s*([A-Za-z%/]*)\\s*");

  /**
   * Reads what a definition says, such as {@code 450 ms} or {@code 0.1 %}.
   *
   * @throws IllegalArgumentException with a sentence for the author when it is not a number, has no
   *     unit or one we do not know
   */
  public static Quantity parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException("'%s' is not a number with a unit".formatted(text));
    }
    if (written.group(2).isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' has no unit: write one of %s".formatted(text, symbols()));
    }
    Unit unit =
        Unit.of(written.group(2))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is no unit: write one of %s".formatted(written.group(2), symbols())));
    return new Quantity(new BigDecimal(written.group(1)), unit);
  }

  /** In seconds, bytes, ratio, count or MB/h. */
  public BigDecimal inBaseUnits() {
    return value.multiply(unit.inBaseUnits());
  }

  /** The same in another unit of its dimension, rounded for people. */
  public Quantity in(Unit other) {
    if (unit.dimension() != other.dimension()) {
      return this;
    }
    BigDecimal converted = inBaseUnits().divide(other.inBaseUnits(), MathContext.DECIMAL64);
    int digits = converted.precision() - converted.scale(); // before the point
    BigDecimal rounded = converted.setScale(Math.max(0, 4 - digits), RoundingMode.HALF_UP);
    BigDecimal plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    return new Quantity(plain, other);
  }

  /**
   * @throws IllegalArgumentException when the other measures something else
   */
  @Override
  public int compareTo(Quantity other) {
    if (unit.dimension() != other.unit.dimension()) {
      throw new IllegalArgumentException("%s cannot be compared with %s".formatted(this, other));
    }
    return inBaseUnits().compareTo(other.inBaseUnits());
  }

  @Override
  public String toString() {
    return value.toPlainString() + " " + unit.symbol();
  }

  private static String symbols() {
    return Arrays.stream(Unit.values()).map(Unit::symbol).collect(Collectors.joining(", "));
  }
}
