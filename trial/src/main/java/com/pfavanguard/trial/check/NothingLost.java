package com.pfavanguard.trial.check;

import java.util.stream.Stream;

/**
 * Every committed edit arrived, or waits where a person finds it, or somebody says they gave it up.
 */
final class NothingLost implements Rule {
  @Override
  public Stream<Violation> breaches(Case evidence) {
    return evidence.evidence().edits().stream().flatMap(edit -> breaches(evidence, edit));
  }

  private static Stream<Violation> breaches(Case evidence, AuthorEdit edit) {
    return switch (evidence.standing(evidence.carrier(edit))) {
      case Standing.Synced _ ->
          Expected.of(evidence, edit).stream()
              .filter(expected -> !arrived(evidence.story(edit.record()), expected))
              .map(expected -> lost(edit, "PEMS never held its " + expected.field()));
      case Standing.InConflict _, Standing.DeadLetter _ -> Stream.empty();
      case Standing.Discarded(String by) ->
          givenUp(evidence, edit, by)
              ? Stream.empty()
              : Stream.of(lost(edit, "discarded by '" + by + "', who did not do so"));
      case Standing.Superseded(String by) ->
          Stream.of(lost(edit, "superseded by " + by + ", which nobody committed"));
      case Standing.Open(String state) -> Stream.of(lost(edit, "left as " + state));
    };
  }

  private static boolean arrived(Story story, Expected expected) {
    return story.everHeld(expected.field(), expected.value(), expected.sinceVersion());
  }

  private static boolean givenUp(Case evidence, AuthorEdit edit, String by) {
    return evidence.decisions(edit).stream()
        .anyMatch(decision -> decision.kind() == Decision.Kind.GIVE_UP && decision.by().equals(by));
  }

  private static Violation lost(AuthorEdit edit, String how) {
    return new Violation(
        Promise.NOTHING_LOST,
        "%s of %s on %s: %s".formatted(edit.modificationId(), edit.author(), edit.record(), how));
  }
}
