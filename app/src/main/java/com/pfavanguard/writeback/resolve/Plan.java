package com.pfavanguard.writeback.resolve;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.Resolution;
import com.pfavanguard.conflict.Resolved;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.records.CurrentRecord;
import com.pfavanguard.records.Rebased;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The exact outcome of a resolution, before it is carried out.
 *
 * @param now the record as PEMS has it: the new base
 * @param payload what would be written; empty when our edit is given up
 * @param foldsInto the author's waiting edit of the record that would carry this one; null for a
 *     queue row of its own
 */
record Plan(
    Conflict conflict,
    Resolution resolution,
    CurrentRecord now,
    FieldValues payload,
    FieldValues given,
    @Nullable UUID foldsInto,
    BigDecimal costBefore,
    BigDecimal costAfter,
    boolean needsSecondPerson) {

  /** What happens to our edit. */
  enum Outcome {
    queued,
    folded,
    discarded,
    awaiting_approval
  }

  Outcome outcome() {
    if (payload.isEmpty()) {
      return Outcome.discarded;
    }
    if (needsSecondPerson) {
      return Outcome.awaiting_approval;
    }
    return foldsInto == null ? Outcome.queued : Outcome.folded;
  }

  BigDecimal costImpact() {
    return costAfter.subtract(costBefore);
  }

  FieldValues result() {
    return now.values().overlaidBy(payload);
  }

  Plan costing(BigDecimal before, BigDecimal after, boolean secondPerson) {
    return new Plan(
        conflict, resolution, now, payload, given, foldsInto, before, after, secondPerson);
  }

  /** The same after a second person has agreed. */
  Plan agreed() {
    return costing(costBefore, costAfter, false);
  }

  Resolved resolved() {
    return new Resolved(conflict.id(), resolution, now.version(), payload, costImpact());
  }

  Rebased rebased() {
    return new Rebased(
        conflict.ours().modificationId(), now.version(), now.values().only(payload::has), payload);
  }
}
