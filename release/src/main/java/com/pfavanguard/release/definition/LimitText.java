package com.pfavanguard.release.definition;

import com.pfavanguard.release.definition.Definition.Measure;
import com.pfavanguard.release.judge.Comparison;
import com.pfavanguard.release.judge.Criterion;
import com.pfavanguard.release.judge.Dimension;
import com.pfavanguard.release.judge.Quantity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limit of a gate, such as {@code < 0.5 %}. */
public final class LimitText {
  private static final Pattern WRITTEN = Pattern.compile("(<=|>=|==|<|>)\\s*(.+)");

  private LimitText() {}

  /**
   * @throws IllegalArgumentException with a sentence for the author
   */
  public static Criterion parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      throw new IllegalArgumentException("'%s' is no limit: write '< 0.5 %%'".formatted(text));
    }
    Comparison comparison = Comparison.of(written.group(1)).orElseThrow();
    return new Criterion(comparison, Quantity.parse(written.group(2)));
  }

  /** Why a measurement can never be held against its limit. */
  static Optional<String> problem(Measure measure) {
    Dimension limit = parse(String.valueOf(measure.require())).limit().unit().dimension();
    Dimension value =
        measure.unit() == null
            ? Dimension.RATIO
            : Quantity.parse("1 " + measure.unit()).unit().dimension();
    return limit == value
        ? Optional.empty()
        : Optional.of("%s cannot be held against %s".formatted(value, limit));
  }
}
