package com.pfavanguard.trial.check;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A value is written once; a write that changes nothing was one too many. Only a person who was
 * shown what became of the first write may have it written again.
 */
final class NothingDoubled implements Rule {
  @Override
  public Stream<Violation> breaches(Case evidence) {
    return evidence.stories().values().stream().flatMap(story -> breaches(evidence, story));
  }

  private static Stream<Violation> breaches(Case evidence, Story story) {
    Map<String, PemsWrite> firstByValue = new HashMap<>();
    Stream.Builder<Violation> found = Stream.builder();
    for (PemsWrite write : story.productWrites()) {
      if (write.fields().isEmpty()) {
        found.add(doubled(write, "changed nothing"));
      }
      write
          .fields()
          .forEach(
              (field, value) -> {
                PemsWrite first = firstByValue.put(field + "=" + value, write);
                if (first != null && !decided(evidence, first, write, field)) {
                  found.add(
                      doubled(
                          write, "repeats the %s of write %d".formatted(field, first.sequence())));
                }
              });
    }
    return found.build();
  }

  private static boolean decided(Case evidence, PemsWrite first, PemsWrite again, String field) {
    return evidence.owner(again, field).stream()
        .flatMap(edit -> evidence.decisions(edit).stream())
        .filter(decision -> decision.kind() == Decision.Kind.WRITE)
        .mapToLong(decision -> decision.shown().version())
        .anyMatch(shown -> first.version() <= shown && shown < again.version());
  }

  private static Violation doubled(PemsWrite write, String how) {
    return new Violation(
        Promise.NOTHING_DOUBLED,
        "write %d on %s %s".formatted(write.sequence(), write.record(), how));
  }
}
