package com.pfavanguard.trial.check;

import java.util.stream.Stream;

/** Every value that the product wrote was committed by somebody, on that record and field. */
final class NothingInvented implements Rule {
  @Override
  public Stream<Violation> breaches(Case evidence) {
    return evidence.stories().values().stream()
        .flatMap(story -> story.productWrites().stream())
        .flatMap(
            write ->
                write.fields().keySet().stream()
                    .filter(field -> evidence.owner(write, field).isEmpty())
                    .map(field -> invented(write, field)));
  }

  private static Violation invented(PemsWrite write, String field) {
    return new Violation(
        Promise.NOTHING_INVENTED,
        "write %d on %s set %s to %s"
            .formatted(write.sequence(), write.record(), field, write.fields().get(field)));
  }
}
