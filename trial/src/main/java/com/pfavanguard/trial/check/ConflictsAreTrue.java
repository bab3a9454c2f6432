package com.pfavanguard.trial.check;

import java.util.List;
import java.util.stream.Stream;

/** A conflict needs somebody else who changed one of its fields after what its author was shown. */
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
    List<AuthorEdit> carried =
        evidence.evidence().edits().stream()
            .filter(edit -> edit.record().equals(conflicting.record()))
            .filter(edit -> evidence.carrier(edit).equals(conflicting))
            .toList();
    return carried.stream().anyMatch(edit -> foreign(evidence, edit));
  }

  private static boolean foreign(Case evidence, AuthorEdit edit) {
    return evidence.story(edit.record()).writes().stream()
        .filter(write -> write.version() > edit.shown().version())
        .anyMatch(
            write ->
                write.fields().keySet().stream()
                    .filter(edit.wanted()::containsKey)
                    .anyMatch(field -> !byAuthor(evidence, write, field, edit.author())));
  }

  private static boolean byAuthor(Case evidence, PemsWrite write, String field, String author) {
    return write.byProduct()
        && evidence.owner(write, field).filter(owner -> owner.author().equals(author)).isPresent();
  }
}
