package com.pfavanguard.release.run;

import com.pfavanguard.release.judge.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much shorter windows, anchors and deadlines are in a rehearsal. Budgets and limits are never
 * scaled: work takes as long as it takes.
 *
 * @param factor 1 in production; 300 makes five minutes a second
 */
record Scale(double factor) {
  /** Below this no window says anything. */
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(10);

  Scale {
    if (!(factor >= 1)) {
      throw new IllegalArgumentException("a scale is 1 or more, not " + factor);
    }
  }

  /** A window; nothing for nothing. */
  @Nullable Duration window(@Nullable String quantity) {
    return quantity == null ? null : of(written(quantity));
  }

  /** Time that somebody is given: however short the rehearsal, people and networks need some. */
  @Nullable Duration patience(@Nullable String quantity) {
    return quantity == null ? null : patience(written(quantity));
  }

  Duration patience(Duration whole) {
    Duration scaled = of(whole);
    Duration least = whole.compareTo(LEAST_PATIENCE) < 0 ? whole : LEAST_PATIENCE;
    return scaled.compareTo(least) < 0 ? least : scaled;
  }

  Duration of(Duration whole) {
    Duration scaled = Duration.ofMillis(Math.round(whole.toMillis() / factor));
    boolean tooShort = scaled.compareTo(SHORTEST) < 0 && whole.compareTo(SHORTEST) > 0;
    return factor == 1 ? whole : tooShort ? SHORTEST : scaled;
  }

  /** As it stands in the definition. */
  static Duration written(String quantity) {
    BigDecimal seconds = Quantity.parse(quantity).inBaseUnits();
    return Duration.ofMillis(seconds.movePointRight(3).longValue());
  }
}
