package com.pfavanguard.release.judge;

import java.util.Arrays;
import java.util.Optional;

/** How a measured value must stand to its limit. */
public enum Comparison {
  BELOW("<"),
  AT_MOST("<="),
  ABOVE(">"),
  AT_LEAST(">="),
  EQUAL("==");

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  public static Optional<Comparison> of(String symbol) {
    return Arrays.stream(values()).filter(each -> each.symbol.equals(symbol)).findFirst();
  }

  boolean holds(int valueAgainstLimit) {
    return switch (this) {
      case BELOW -> valueAgainstLimit < 0;
      case AT_MOST -> valueAgainstLimit <= 0;
      case ABOVE -> valueAgainstLimit > 0;
      case AT_LEAST -> valueAgainstLimit >= 0;
      case EQUAL -> valueAgainstLimit == 0;
    };
  }
}
