package com.pfavanguard.trial.check;

import java.util.Locale;

/** What the engine promises. The names are stable: scripts read them. */
public enum Promise {
  NOTHING_LOST("every committed edit is in PEMS, in a conflict, a dead letter or given up by name"),
  NOTHING_DOUBLED("no edit was written twice"),
  NOTHING_INVENTED("PEMS got no value that nobody committed"),
  NOTHING_OVERWRITTEN_UNSEEN("no write replaced a value that its author had not seen"),
  ORDER_KEPT("the writes of a record are in the order of their commits"),
  CONFLICTS_ARE_TRUE("a conflict was opened only where somebody else changed the same field"),
  MIRROR_EQUALS_PEMS("the mirror holds what PEMS holds"),
  QUEUE_EMPTY("nothing is left waiting"),
  DRIFT_HELD("while PEMS had changed a field its edits were held: neither written nor refused"),
  BUDGET_KEPT("PEMS's own rate limit refused next to nothing");

  private final String meaning;

  Promise(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }

  /** As in the JSON answer: {@code nothing-lost}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
