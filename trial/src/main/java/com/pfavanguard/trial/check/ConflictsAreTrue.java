package com.pfavanguard.trial.check;

import com.pfavanguard.trial.check.Evidence.RecordState;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A conflict needs somebody else who changed one of its fields after what its author, or whoever
 * decided on it last, was shown. While a field is on hold the screen shows an older value of it
 * than the version says: then any change by somebody else that the screen lacked will do.
 */
final class ConflictsAreTrue implements Rule {
  @Override
  public Stream<Violation> breaches(Case evidence) {
    return evidence.evidence().edits().stream()
        .filter(edit -> evidence.standing(edit) instanceof Standing.InConflict)
        .filter(edit -> !contested(evidence, edit))
        .map(
            edit ->
                new Violation(
                    Promise.CONFLICTS_ARE_TRUE,
                    "%s of %s on %s: nobody else changed %s"
                        .formatted(
                            edit.modificationId(),
                            edit.author(),
                            edit.record(),
                            edit.wanted().keySet())));
  }

  private static boolean contested(Case evidence, AuthorEdit conflicting) {
    long decidedOn =
        evidence.decisionsOn(conflicting).stream()
            .filter(decision -> decision.kind() == Decision.Kind.WRITE)
            .mapToLong(decision -> decision.shown().version())
            .max()
            .orElse(0);
    return evidence.edits(conflicting.record()).stream()
        .filter(edit -> evidence.carrier(edit).equals(conflicting))
        .anyMatch(edit -> contested(evidence, edit, decidedOn));
  }

  private static boolean contested(Case evidence, AuthorEdit edit, long decidedOn) {
    Set<String> fields = new HashSet<>(edit.wanted().keySet());
    evidence.decisionsOn(edit).forEach(decision -> fields.addAll(decision.values().keySet()));
    long sinceVersion = Math.max(decidedOn, edit.shown().version());
    return foreign(evidence, edit, fields, sinceVersion)
        || heldBack(evidence, edit).filter(fields::contains).stream()
            .anyMatch(field -> foreign(evidence, edit, Set.of(field), decidedOn));
  }

  /** The field that the author's screen showed otherwise than PEMS had it at that version. */
  private static Optional<String> heldBack(Case evidence, AuthorEdit edit) {
    RecordState then = evidence.story(edit.record()).at(edit.shown().version());
    return evidence
        .evidence()
        .pems()
        .drift()
        .filter(drift -> drift.organizations().contains(edit.record().organization()))
        .map(Drift::field)
        .filter(
            field ->
                then != null
                    && !Texts.same(then.fields().get(field), edit.shown().fields().get(field)));
  }

  private static boolean foreign(
      Case evidence, AuthorEdit edit, Set<String> fields, long sinceVersion) {
    return evidence.story(edit.record()).writes().stream()
        .filter(write -> write.version() > sinceVersion)
        .anyMatch(
            write ->
                write.fields().keySet().stream()
                    .filter(fields::contains)
                    .anyMatch(field -> !byAuthor(evidence, write, field, edit.author())));
  }

  private static boolean byAuthor(Case evidence, PemsWrite write, String field, String author) {
    return write.byProduct()
        && evidence
            .owner(write, field)
            .filter(owner -> owner.author().equals(author))
            .filter(owner -> Texts.same(owner.wanted().get(field), write.fields().get(field)))
            .isPresent();
  }
}
