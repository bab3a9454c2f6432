package com.pfavanguard.release.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Judges a share by its one-sided 95 % Clopper-Pearson bound, not by the share alone: 0 failures of
 * 20 are no proof of less than 0.1 % (that takes 2,995 with none).
 */
final class ShareRule {
  private static final double CONFIDENCE = 0.95;

  private ShareRule() {}

  /** Fails as soon as the share itself breaks the limit, passes when even its bound keeps it. */
  static Ruling atMost(Reading.Share share, Criterion criterion) {
    return ruling(share, criterion, upperBound(share), "at most");
  }

  static Ruling atLeast(Reading.Share share, Criterion criterion) {
    Reading.Share others = new Reading.Share(share.of() - share.hits(), share.of());
    return ruling(share, criterion, 1 - upperBound(others), "at least");
  }

  /** The largest true share that would show so few hits in one of twenty windows. */
  static double upperBound(Reading.Share share) {
    if (share.hits() == share.of()) {
      return 1;
    }
    return BetaDistribution.of(share.hits() + 1.0, (double) (share.of() - share.hits()))
        .inverseCumulativeProbability(CONFIDENCE);
  }

  private static Ruling ruling(
      Reading.Share share, Criterion criterion, double bound, String direction) {
    BigDecimal limit = criterion.limit().inBaseUnits();
    BigDecimal value =
        BigDecimal.valueOf(share.hits())
            .divide(BigDecimal.valueOf(share.of()), MathContext.DECIMAL64);
    boolean shown = criterion.comparison().holds(value.compareTo(limit));
    boolean proved = criterion.comparison().holds(BigDecimal.valueOf(bound).compareTo(limit));
    Verdict verdict = !shown ? Verdict.FAIL : proved ? Verdict.PASS : Verdict.UNDERPOWERED;
    return new Ruling(
        verdict,
        "%d of n=%d, with 95 %% confidence %s %.4f %%, asked %s %s"
            .formatted(
                share.hits(),
                share.of(),
                direction,
                bound * 100,
                criterion.comparison().symbol(),
                criterion.limit()));
  }
}
