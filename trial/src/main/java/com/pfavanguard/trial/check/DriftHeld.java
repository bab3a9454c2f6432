package com.pfavanguard.trial.check;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field that PEMS has changed is not written until it is as it was, and no edit is refused for
 * the change.
 */
final class DriftHeld implements Rule {
  @Override
  public Stream<Violation> breaches(Case evidence) {
    Optional<Drift> drift = evidence.evidence().pems().drift();
    return Stream.concat(
        drift.stream().flatMap(held -> written(evidence, held)),
        drift.stream().flatMap(held -> refused(evidence, held)));
  }

  private static Stream<Violation> written(Case evidence, Drift drift) {
    return evidence.evidence().writes().stream()
        .filter(PemsWrite::byProduct)
        .filter(drift::covers)
        .filter(write -> write.fields().containsKey(drift.field()))
        .map(
            write ->
                breach(
                    "write %d on %s set the changed %s"
                        .formatted(write.sequence(), write.record(), drift.field())));
  }

  private static Stream<Violation> refused(Case evidence, Drift drift) {
    String name = drift.screenName().toLowerCase(Locale.ROOT);
    return evidence.evidence().edits().stream()
        .filter(
            edit ->
                evidence.standing(edit) instanceof Standing.DeadLetter(String answer)
                    && answer.toLowerCase(Locale.ROOT).contains(name))
        .map(
            edit ->
                breach(
                    "%s of %s on %s was refused for the changed %s"
                        .formatted(
                            edit.modificationId(), edit.author(), edit.record(), drift.field())));
  }

  private static Violation breach(String what) {
    return new Violation(Promise.DRIFT_HELD, what);
  }
}
