package com.pfavanguard.trial.check;

import com.pfavanguard.trial.check.Evidence.RecordState;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A write may replace what its author, or a person who decided on it, was shown (on the screen, or
 * by PEMS at the version shown) and what its author wrote before; never anything else.
 */
final class NothingOverwrittenUnseen implements Rule {
  @Override
  public Stream<Violation> breaches(Case evidence) {
    return evidence.stories().values().stream()
        .flatMap(
            story ->
                story.productWrites().stream().flatMap(write -> breaches(evidence, story, write)));
  }

  private static Stream<Violation> breaches(Case evidence, Story story, PemsWrite write) {
    return write.fields().keySet().stream()
        .flatMap(field -> breach(evidence, story, write, field).stream());
  }

  private static Optional<Violation> breach(
      Case evidence, Story story, PemsWrite write, String field) {
    String replaced = story.before(write, field);
    return evidence
        .owner(write, field)
        .filter(edit -> !seen(story, edit.shown(), field, replaced))
        .filter(edit -> !seenByAnother(evidence, story, edit, field, replaced))
        .filter(edit -> !own(evidence, edit, field, replaced))
        .map(
            edit ->
                new Violation(
                    Promise.NOTHING_OVERWRITTEN_UNSEEN,
                    "write %d on %s replaced %s = %s, which %s had not seen"
                        .formatted(
                            write.sequence(), write.record(), field, replaced, edit.author())));
  }

  private static boolean seenByAnother(
      Case evidence, Story story, AuthorEdit edit, String field, @Nullable String replaced) {
    return evidence.decisions(edit).stream()
        .anyMatch(decision -> seen(story, decision.shown(), field, replaced));
  }

  private static boolean seen(
      Story story, AuthorEdit.Shown shown, String field, @Nullable String replaced) {
    if (Texts.same(shown.fields().get(field), replaced)) {
      return true;
    }
    RecordState then = story.at(shown.version());
    return then != null && Texts.same(then.fields().get(field), replaced);
  }

  private static boolean own(
      Case evidence, AuthorEdit edit, String field, @Nullable String replaced) {
    return evidence.edits(edit.record()).stream()
        .filter(other -> other.author().equals(edit.author()))
        .filter(other -> other.committed().wholeBefore(edit.committed()))
        .anyMatch(
            other ->
                other.wanted().containsKey(field)
                    && Texts.same(other.wanted().get(field), replaced));
  }
}
