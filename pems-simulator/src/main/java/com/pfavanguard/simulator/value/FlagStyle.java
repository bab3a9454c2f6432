package com.pfavanguard.simulator.value;

import java.util.Locale;

/** How a tenant writes yes and no; every style is read. */
public enum FlagStyle {
  TRUE_FALSE("true", "false"),
  PLUS_MINUS("+", "-"),
  ONE_MINUS_ONE("1", "-1"),
  YES_NO("Y", "N");

  private final String yes;
  private final String no;

  FlagStyle(String yes, String no) {
    this.yes = yes;
    this.no = no;
  }

  public String text(boolean flag) {
    return flag ? yes : no;
  }

  /**
   * Reads any of the styles.
   *
   * @throws InvalidValue for another text
   */
  public static boolean parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "+", "1", "y", "yes" -> true;
      case "false", "-", "0", "-1", "n", "no" -> false;
      default -> throw new InvalidValue("'" + text + "' is not a valid flag");
    };
  }
}
