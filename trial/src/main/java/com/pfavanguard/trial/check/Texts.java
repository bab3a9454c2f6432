package com.pfavanguard.trial.check;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values as texts, in one spelling: PEMS and the product may write 12.50 and 12.5. */
public final class Texts {
  private static final Set<String> DECIMALS = Set.of("monthlyRate", "purchasePrice");

  private Texts() {}

  /** The one spelling of a value; an empty text is no value. */
  public static @Nullable String canonical(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    return DECIMALS.contains(field)
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }

  static boolean same(@Nullable String one, @Nullable String other) {
    return Objects.equals(one, other);
  }
}
