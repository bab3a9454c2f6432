package com.pfavanguard.trial.check;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A value is written once; a write that changes nothing was one too many. */
final class NothingDoubled implements Rule {
  @Override
  public Stream<Violation> breaches(Case evidence) {
    return evidence.stories().values().stream().flatMap(story -> breaches(story));
  }

  private static Stream<Violation> breaches(Story story) {
    Map<String, Long> firstByValue = new HashMap<>();
    Stream.Builder<Violation> found = Stream.builder();
    for (PemsWrite write : story.productWrites()) {
      if (write.fields().isEmpty()) {
        found.add(doubled(write, "changed nothing"));
      }
      write
          .fields()
          .forEach(
              (field, value) -> {
                Long first = firstByValue.putIfAbsent(field + "=" + value, write.sequence());
                if (first != null) {
                  found.add(doubled(write, "repeats the %s of write %d".formatted(field, first)));
                }
              });
    }
    return found.build();
  }

  private static Violation doubled(PemsWrite write, String how) {
    return new Violation(
        Promise.NOTHING_DOUBLED,
        "write %d on %s %s".formatted(write.sequence(), write.record(), how));
  }
}
