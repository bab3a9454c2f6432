package com.pfavanguard.trial.cast;

import com.pfavanguard.trial.stage.Fields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * New values, each never used before: a value found in PEMS names its edit. Safe for many threads.
 */
public final class Invention {
  private static final LocalDate FIRST_DAY = LocalDate.of(2035, 1, 1);
  private static final int DAYS = 50_000;
  private final AtomicInteger number = new AtomicInteger();

  /** Values for one to three fields. */
  Map<String, String> values(String who, RandomGenerator random) {
    Map<String, String> values = new HashMap<>();
    int wanted = 1 + random.nextInt(3);
    while (values.size() < wanted) {
      String field = Fields.ALL.get(random.nextInt(Fields.ALL.size()));
      values.computeIfAbsent(field, name -> value(name, who));
    }
    return values;
  }

  /** One for a field. */
  String value(String field, String who) {
    int next = number.incrementAndGet();
    return switch (field) {
      case Fields.DATE -> FIRST_DAY.plusDays(next % DAYS).toString();
      case Fields.AMOUNT -> BigDecimal.valueOf(100_000_000L + next, 4).toPlainString();
      default -> who + " #" + next;
    };
  }

  /** One of the texts, for whoever wants to be noticed. */
  public Map<String, String> text(String who) {
    return Map.of(List.copyOf(Fields.TEXTS).getLast(), value("model", who));
  }
}
