package com.pfavanguard.release.adapter.promql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parsed expression. */
sealed interface Expression {
  record Constant(double value) implements Expression {}

  record Text(String text) implements Expression {}

  /**
   * @param range seconds; 0 for an instant
   */
  record Select(String name, List<Matching> matchings, double range) implements Expression {}

  /** An expression asked again and again over a range. */
  record Subquery(Expression of, double range, double step) implements Expression {}

  record Call(String function, List<Expression> arguments) implements Expression {}

  /**
   * @param by labels that are kept; none keeps nothing
   * @param parameter of {@code topk}
   */
  record Aggregate(String operator, List<String> by, Expression of, @Nullable Expression parameter)
      implements Expression {}

  /**
   * @param bool compares to 0 and 1 instead of filtering
   * @param on labels that are matched; null for all
   */
  record Binary(
      String operator, Expression left, Expression right, boolean bool, @Nullable List<String> on)
      implements Expression {}

  /** What a label must be. */
  record Matching(String label, String operator, String value) {
    boolean takes(Labels labels) {
      String is = labels.get(label);
      return switch (operator) {
        case "=" -> is.equals(value);
        case "!=" -> !is.equals(value);
        case "=~" -> is.matches(value);
        default -> !is.matches(value);
      };
    }
  }
}
