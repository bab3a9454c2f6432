package com.pfavanguard.launcher.audit;

import com.pfavanguard.launcher.audit.Violation.Kind;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks one organization's chain from its first link and stops at the first thing amiss. */
final class ChainCheck {
  private final AuditDatabase database;
  private final String organization;
  private final Set<String> unseenHeads;
  private long seals;
  private long entries;
  private @Nullable Digest last;
  private @Nullable Violation violation;

  /**
   * @param unseenHeads digests that some chain must hold; those met are taken out
   */
  ChainCheck(AuditDatabase database, String organization, Set<String> unseenHeads) {
    this.database = database;
    this.organization = organization;
    this.unseenHeads = unseenHeads;
  }

  /**
   * An organization's audit.
   *
   * @param waiting entries that no seal covers yet
   * @param head of the chain in hexadecimal; null before the first seal
   */
  record Result(
      String organization,
      long entries,
      long seals,
      long waiting,
      @Nullable String head,
      @Nullable Violation violation) {}

  Result run() throws SQLException {
    database.readSeals(organization, this::follows);
    if (violation == null) {
      violation = atTheEnd();
    }
    String head = last == null ? null : last.hex();
    return new Result(
        organization, entries, seals, database.waiting(organization), head, violation);
  }

  private boolean follows(Seal seal) throws SQLException {
    violation = check(seal);
    seals++;
    entries += seal.entryIds().size();
    last = seal.digest();
    unseenHeads.remove(last.hex());
    return violation == null;
  }

  private @Nullable Violation check(Seal seal) throws SQLException {
    if (seal.number() != seals + 1) {
      return new Violation(
          Kind.seal_missing, organization, null, seals + 1, "seal %d is gone".formatted(seals + 1));
    }
    Violation amiss = checkEntries(seal);
    if (amiss == null && !Digest.ofSeal(last, seal).equals(seal.digest())) {
      return new Violation(
          Kind.seal_altered,
          organization,
          null,
          seal.number(),
          "seal %d does not follow from the one before: one of the two was made anew"
              .formatted(seal.number()));
    }
    return amiss;
  }

  private @Nullable Violation checkEntries(Seal seal) throws SQLException {
    Map<Long, Digest> now = database.digests(seal.entryIds());
    for (int index = 0; index < seal.entryIds().size(); index++) {
      Long id = seal.entryIds().get(index);
      Digest sealed = seal.entryDigests().get(index);
      Digest found = now.get(id);
      if (found == null) {
        return amiss(Kind.missing, id, seal, "entry %d was deleted");
      }
      if (!found.equals(sealed)) {
        return now.containsValue(sealed)
            ? amiss(Kind.reordered, id, seal, "entry %d changed places with another")
            : amiss(Kind.edited, id, seal, "entry %d was edited");
      }
    }
    return null;
  }

  private @Nullable Violation atTheEnd() throws SQLException {
    AuditDatabase.Head head = database.head(organization);
    if (head != null && (head.sealNumber() != seals || !head.digest().equals(last))) {
      return new Violation(
          Kind.truncated,
          organization,
          null,
          seals,
          "the chain ends at seal %d, it was sealed up to %d".formatted(seals, head.sealNumber()));
    }
    Long gone = database.firstGoneBeforeItsSeal(organization);
    if (gone != null) {
      return amiss(Kind.missing, gone, null, "entry %d was deleted before it was sealed");
    }
    Long stray = database.firstStray(organization);
    return stray == null
        ? null
        : amiss(Kind.inserted, stray, null, "entry %d is in no seal and waits for none");
  }

  private Violation amiss(Kind kind, Long entry, @Nullable Seal seal, String message) {
    return new Violation(
        kind, organization, entry, seal == null ? null : seal.number(), message.formatted(entry));
  }
}
