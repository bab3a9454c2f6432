package com.pfavanguard.trial.check;

import java.util.stream.Stream;

/**
 * PEMS's own token bucket refuses next to nothing. A process that the machine stops between its
 * permission and its sending may still come late: one request in five hundred is let pass.
 */
final class BudgetKept implements Rule {
  private static final int ONE_IN = 500;

  @Override
  public Stream<Violation> breaches(Case evidence) {
    Evidence.Traffic traffic = evidence.evidence().pems().traffic();
    return traffic.refused() * ONE_IN <= traffic.requests()
        ? Stream.empty()
        : Stream.of(
            new Violation(
                Promise.BUDGET_KEPT,
                "%d of %d requests were over PEMS's rate"
                    .formatted(traffic.refused(), traffic.requests())));
  }
}
