package com.pfavanguard.trial.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * If one commit was answered before another was sent, their writes come in that order; an edit that
 * a person put back on its way counts from then. And a write brings the values of one carrier only.
 */
final class OrderKept implements Rule {
  @Override
  public Stream<Violation> breaches(Case evidence) {
    return evidence.stories().values().stream().flatMap(story -> breaches(evidence, story));
  }

  private static Stream<Violation> breaches(Case evidence, Story story) {
    Stream.Builder<Violation> found = Stream.builder();
    List<AuthorEdit> earlier = new ArrayList<>();
    for (PemsWrite write : story.productWrites()) {
      List<AuthorEdit> carriers = List.copyOf(evidence.carriers(write));
      if (carriers.size() > 1) {
        found.add(breach(write, "mixes %d edits".formatted(carriers.size())));
      }
      for (AuthorEdit carrier : carriers) {
        earlier.stream()
            .filter(before -> lastSent(evidence, carrier).wholeBefore(before.committed()))
            .map(
                before ->
                    breach(
                        write,
                        "brings %s after the later %s"
                            .formatted(carrier.modificationId(), before.modificationId())))
            .forEach(found::add);
      }
      earlier.addAll(carriers);
    }
    return found.build();
  }

  private static AuthorEdit.Span lastSent(Case evidence, AuthorEdit carrier) {
    List<Decision> decisions = evidence.decisionsOn(carrier);
    return decisions.isEmpty() ? carrier.committed() : decisions.getLast().span();
  }

  private static Violation breach(PemsWrite write, String how) {
    return new Violation(
        Promise.ORDER_KEPT, "write %d on %s %s".formatted(write.sequence(), write.record(), how));
  }
}
