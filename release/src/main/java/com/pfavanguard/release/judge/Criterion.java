package com.pfavanguard.release.judge;

/**
 * One condition of a gate.
 *
 * @param limit what the value is held against
 */
public record Criterion(Comparison comparison, Quantity limit) {

  /** The ruling on one reading. Pure: the same reading gives the same ruling for ever. */
  public Ruling judge(Reading reading) {
    return switch (reading) {
      case Reading.Broken broken -> new Ruling(Verdict.ERROR, broken.why());
      case Reading.Nothing nothing -> new Ruling(Verdict.NO_DATA, nothing.why());
      case Reading.Words words ->
          new Ruling(
              Verdict.ERROR, "'%s' cannot be held against %s".formatted(words.text(), limit));
      case Reading.Level level -> judge(level.value());
      case Reading.Share share -> judge(share);
    };
  }

  private Ruling judge(Quantity value) {
    if (value.unit().dimension() != limit.unit().dimension()) {
      return new Ruling(Verdict.ERROR, "%s cannot be held against %s".formatted(value, limit));
    }
    Verdict verdict = comparison.holds(value.compareTo(limit)) ? Verdict.PASS : Verdict.FAIL;
    return new Ruling(verdict, "%s %s %s".formatted(value, comparison.symbol(), limit));
  }

  private Ruling judge(Reading.Share share) {
    if (limit.unit().dimension() != Dimension.RATIO) {
      return new Ruling(Verdict.ERROR, "a share cannot be held against " + limit);
    }
    if (share.of() == 0) {
      return new Ruling(Verdict.NO_DATA, "no observation in the window");
    }
    return switch (comparison) {
      case BELOW, AT_MOST -> ShareRule.atMost(share, this);
      case ABOVE, AT_LEAST -> ShareRule.atLeast(share, this);
      case EQUAL -> new Ruling(Verdict.ERROR, "a share cannot be proved equal to " + limit);
    };
  }
}
