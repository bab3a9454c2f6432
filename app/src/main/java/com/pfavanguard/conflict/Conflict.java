package com.pfavanguard.conflict;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.PfaKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edit that met somebody else's, as it is kept.
 *
 * @param status unresolved, resolved_auto or resolved_manual
 * @param fields the overlapping ones
 * @param base what our author was shown, in the fields of ours
 * @param pems the whole record as it was found
 * @param ending how it was resolved; null while it waits
 * @param proposal the resolution that waits for a second person; null when none does
 */
public record Conflict(
    UUID id,
    PfaKey key,
    String status,
    Set<PfaField> fields,
    Side base,
    OurEdit ours,
    Side pems,
    Instant detectedAt,
    @Nullable Ending ending,
    @Nullable Proposal proposal) {

  /** A version of the record in PEMS, with who made it and when as far as PEMS says. */
  public record Side(long version, FieldValues values, @Nullable String by, @Nullable Instant at) {}

  /** Our author's edit. */
  public record OurEdit(
      UUID modificationId,
      UUID authorId,
      String author,
      @Nullable Instant committedAt,
      @Nullable String reason,
      FieldValues values) {}

  /**
   * How a conflict ended.
   *
   * @param by who decided; null when it merged by itself
   * @param approvedBy the second person; null when none was needed
   */
  public record Ending(
      Resolution resolution,
      @Nullable String by,
      @Nullable String approvedBy,
      Instant at,
      @Nullable String reason) {}

  /**
   * A resolution that waits for a second person.
   *
   * @param payload what would be written; empty when our edit would be given up
   * @param shownVersion the PEMS version the proposer decided on
   * @param costImpact in the organization's currency
   */
  public record Proposal(
      UUID id,
      Resolution resolution,
      FieldValues payload,
      long shownVersion,
      BigDecimal costImpact,
      UUID byId,
      String by,
      Instant at,
      @Nullable String reason) {}

  public boolean unresolved() {
    return ending == null;
  }
}
