package com.pfavanguard.trial.check;

import com.pfavanguard.trial.check.Evidence.RecordState;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the product shows at the end is what PEMS ended with. A record that is gone from PEMS stays
 * visible while an edit of it waits for a person.
 */
final class MirrorEqualsPems implements Rule {
  @Override
  public Stream<Violation> breaches(Case evidence) {
    return evidence.stories().entrySet().stream()
        .flatMap(
            entry ->
                difference(evidence, entry.getKey(), entry.getValue()).stream()
                    .map(how -> entry.getKey() + " " + how))
        .map(how -> new Violation(Promise.MIRROR_EQUALS_PEMS, how));
  }

  private static Optional<String> difference(Case evidence, RecordKey record, Story story) {
    RecordState mirror = evidence.evidence().product().mirror().get(record);
    if (story.deleted()) {
      return mirror == null || waitsForAPerson(evidence, record)
          ? Optional.empty()
          : Optional.of("is gone from PEMS but shown");
    }
    return mirror == null ? Optional.of("is not shown") : difference(story.end(), mirror);
  }

  private static boolean waitsForAPerson(Case evidence, RecordKey record) {
    return evidence.edits(record).stream()
        .map(evidence::standing)
        .anyMatch(s -> s instanceof Standing.DeadLetter || s instanceof Standing.InConflict);
  }

  private static Optional<String> difference(RecordState pems, RecordState mirror) {
    if (mirror.version() != pems.version()) {
      return Optional.of(
          "is shown at version %d, PEMS is at %d".formatted(mirror.version(), pems.version()));
    }
    return pems.fields().keySet().stream()
        .filter(field -> !Texts.same(pems.fields().get(field), mirror.fields().get(field)))
        .findFirst()
        .map(
            field ->
                "shows %s = %s, PEMS has %s"
                    .formatted(field, mirror.fields().get(field), pems.fields().get(field)));
  }
}
