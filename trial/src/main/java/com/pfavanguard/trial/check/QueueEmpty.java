package com.pfavanguard.trial.check;

import java.util.stream.Stream;

/** Nothing waits any more. */
final class QueueEmpty implements Rule {
  @Override
  public Stream<Violation> breaches(Case evidence) {
    long waiting = evidence.evidence().product().waiting();
    return waiting == 0
        ? Stream.empty()
        : Stream.of(new Violation(Promise.QUEUE_EMPTY, waiting + " edits still wait"));
  }
}
