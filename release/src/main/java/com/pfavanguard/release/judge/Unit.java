package com.pfavanguard.release.judge;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** The units a definition may write. A number without one of them is refused (requirement 3). */
public enum Unit {
  MILLISECONDS("ms", Dimension.TIME, "0.001"),
  SECONDS("s", Dimension.TIME, "1"),
  MINUTES("min", Dimension.TIME, "60"),
  HOURS("h", Dimension.TIME, "3600"),
  BYTES("B", Dimension.SIZE, "1"),
  KILOBYTES("kB", Dimension.SIZE, "1000"),
  MEGABYTES("MB", Dimension.SIZE, "1000000"),
  GIGABYTES("GB", Dimension.SIZE, "1000000000"),
  RATIO("ratio", Dimension.RATIO, "1"),
  PERCENT("%", Dimension.RATIO, "0.01"),
  COUNT("count", Dimension.COUNT, "1"),
  MEGABYTES_PER_HOUR("MB/h", Dimension.GROWTH, "1");

  private final String symbol;
  private final Dimension dimension;
  private final BigDecimal inBaseUnits;

  Unit(String symbol, Dimension dimension, String inBaseUnits) {
    this.symbol = symbol;
    this.dimension = dimension;
    this.inBaseUnits = new BigDecimal(inBaseUnits);
  }

  public String symbol() {
    return symbol;
  }

  public Dimension dimension() {
    return dimension;
  }

  /** The unit in which sources and facts speak of this dimension. */
  public static Unit baseOf(Dimension dimension) {
    return switch (dimension) {
      case TIME -> SECONDS;
      case SIZE -> BYTES;
      case RATIO -> RATIO;
      case COUNT -> COUNT;
      case GROWTH -> MEGABYTES_PER_HOUR;
    };
  }

  BigDecimal inBaseUnits() {
    return inBaseUnits;
  }

  public static Optional<Unit> of(String symbol) {
    return Arrays.stream(values()).filter(unit -> unit.symbol.equals(symbol)).findFirst();
  }
}
