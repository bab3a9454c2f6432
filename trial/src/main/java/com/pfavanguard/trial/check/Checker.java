package com.pfavanguard.trial.check;

import java.util.List;

/** Judges a trial by its evidence alone. */
public final class Checker {
  private static final List<Rule> RULES =
      List.of(
          new NothingLost(),
          new NothingDoubled(),
          new NothingInvented(),
          new NothingOverwrittenUnseen(),
          new OrderKept(),
          new ConflictsAreTrue(),
          new MirrorEqualsPems(),
          new QueueEmpty(),
          new DriftHeld(),
          new BudgetKept());

  private Checker() {}

  /** Every breach found; empty when all promises held. */
  public static List<Violation> judge(Evidence evidence) {
    Case sorted = new Case(evidence);
    return RULES.stream().flatMap(rule -> rule.breaches(sorted)).toList();
  }
}
