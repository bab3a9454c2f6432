package com.pfavanguard.release.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a journal as a stranger would and names the first entry that is not as it was written
 * (requirement 6).
 */
public final class JournalCheck {
  private final PublicKey key;
  private final List<Head> anchored;

  /**
   * @param key of the runner, from its enrolment: never from the journal itself
   * @param anchored heads kept outside; without them a journal that was cut short looks whole
   */
  public JournalCheck(PublicKey key, List<Head> anchored) {
    this.key = key;
    this.anchored = List.copyOf(anchored);
  }

  public Finding check(Path path) throws IOException {
    JournalLines lines = JournalLines.read(path);
    List<Entry> entries = new ArrayList<>();
    Head head = new Head(0, Digest.NONE);
    for (String line : lines.complete()) {
      long number = head.number() + 1;
      Optional<Entry> read = EntryLine.read(line).filter(Entry::isWhole);
      if (read.isEmpty()) {
        return new Finding.Edited(number, "its content is not what its digest was made of");
      }
      Entry entry = read.get();
      Optional<Finding> amiss = amiss(entry, head, lines.complete());
      if (amiss.isPresent()) {
        return amiss.get();
      }
      entries.add(entry);
      head = new Head(entry.number(), entry.digest());
    }
    if (lines.torn().length > 0) {
      return new Finding.Edited(head.number() + 1, "its line has no end");
    }
    return againstAnchors(entries, head);
  }

  private Optional<Finding> amiss(Entry entry, Head before, List<String> lines) {
    long expected = before.number() + 1;
    if (!Signer.signed(entry.digest(), entry.signature(), key)) {
      return Optional.of(new Finding.Edited(expected, "it is not signed by the runner's key"));
    }
    if (entry.number() != expected) {
      return Optional.of(
          has(lines, expected) ? new Finding.Reordered(expected) : new Finding.Deleted(expected));
    }
    if (!entry.previous().equals(before.digest())) {
      return Optional.of(new Finding.Edited(expected, "it does not follow from the one before"));
    }
    return Optional.empty();
  }

  private static boolean has(List<String> lines, long number) {
    return lines.stream()
        .flatMap(line -> EntryLine.read(line).stream())
        .anyMatch(entry -> entry.number() == number);
  }

  private Finding againstAnchors(List<Entry> entries, Head head) {
    for (Head anchor : anchored) {
      if (anchor.number() > head.number()) {
        return new Finding.Truncated(head.number() + 1, anchor.number());
      }
      if (anchor.number() > 0
          && !entries.get((int) anchor.number() - 1).digest().equals(anchor.digest())) {
        return new Finding.Edited(anchor.number(), "it is not the entry that was anchored");
      }
    }
    return new Finding.Intact(entries, head);
  }
}
