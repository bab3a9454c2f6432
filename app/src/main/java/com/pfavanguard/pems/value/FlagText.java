package com.pfavanguard.pems.value;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts that tenants use for yes and no. */
public final class FlagText {
  private static final Map<String, String> OPPOSITE =
      Map.of("true", "false", "+", "-", "1", "-1", "Y", "N", "YES", "NO");

  private FlagText() {}

  /**
   * @return false for a missing or empty text
   * @throws BadValue for a text of none of the known styles
   */
  public static boolean decode(@Nullable String text) {
    if (text == null) {
      return false;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "+", "1", "y", "yes" -> true;
      case "false", "-", "-1", "0", "n", "no", "" -> false;
      default -> throw new BadValue("is no flag but '" + text + "'");
    };
  }

  /** The flag in the style of the text it replaces; {@code true} and {@code false} by default. */
  public static String encode(boolean flag, @Nullable String previous) {
    for (Map.Entry<String, String> style : OPPOSITE.entrySet()) {
      if (style.getKey().equals(previous) || style.getValue().equals(previous)) {
        return flag ? style.getKey() : style.getValue();
      }
    }
    return Boolean.toString(flag);
  }
}
