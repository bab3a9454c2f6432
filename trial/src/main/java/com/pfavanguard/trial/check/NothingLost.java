package com.pfavanguard.trial.check;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every committed edit arrived, or waits where a person finds it. */
final class NothingLost implements Rule {
  @Override
  public Stream<Violation> breaches(Case evidence) {
    return evidence.evidence().edits().stream().flatMap(edit -> breaches(evidence, edit));
  }

  private static Stream<Violation> breaches(Case evidence, AuthorEdit edit) {
    AuthorEdit carrier = evidence.carrier(edit);
    return switch (evidence.standing(carrier)) {
      case Standing.Synced _ ->
          edit.wanted().entrySet().stream()
              .filter(wanted -> !evidence.overlaid(edit, wanted.getKey()))
              .filter(wanted -> !arrived(evidence, edit, wanted.getKey(), wanted.getValue()))
              .map(wanted -> lost(edit, "PEMS never held its " + wanted.getKey()));
      case Standing.InConflict _, Standing.DeadLetter _ -> Stream.empty();
      case Standing.Discarded(String by) ->
          by.isBlank() ? Stream.of(lost(edit, "discarded by nobody")) : Stream.empty();
      case Standing.Superseded(String by) ->
          Stream.of(lost(edit, "superseded by " + by + ", which nobody committed"));
      case Standing.Open(String state) -> Stream.of(lost(edit, "left as " + state));
    };
  }

  private static boolean arrived(
      Case evidence, AuthorEdit edit, String field, @Nullable String value) {
    return evidence.story(edit.record()).everHeld(field, value, edit.shown().version());
  }

  private static Violation lost(AuthorEdit edit, String how) {
    return new Violation(
        Promise.NOTHING_LOST,
        "%s of %s on %s: %s".formatted(edit.modificationId(), edit.author(), edit.record(), how));
  }
}
