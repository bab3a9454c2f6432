package com.pfavanguard.writeback.domain;

import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.PemsFailure;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one attempt to write an edit ended. */
public sealed interface Outcome {
  Claim claim();

  /**
   * PEMS holds the edit.
   *
   * @param before the record as it was before the write
   * @param after the record that holds the edit
   * @param wrote false when PEMS held every value already
   * @param merged whether somebody else's disjoint change was found beneath
   * @param overtaken whether PEMS took the write although the record had moved on since it was
   *     read: a tenant that does not check the recordid, where another's change may have been
   *     overwritten
   */
  record Synced(
      Claim claim,
      LiveRecord before,
      LiveRecord after,
      boolean wrote,
      boolean merged,
      boolean overtaken)
      implements Outcome {}

  /** Somebody changed the same fields; a person decides. */
  record Conflicted(Claim claim, LiveRecord live, Set<PfaField> fields) implements Outcome {}

  /**
   * Worth another try after the delay.
   *
   * @param usedAttempt false when PEMS was never asked
   */
  record Retried(Claim claim, PemsFailure failure, Duration delay, boolean usedAttempt)
      implements Outcome {}

  /**
   * PEMS will not take it, or the tries are used up: dead letter.
   *
   * @param request what was asked last; null when nothing was
   */
  record Failed(Claim claim, PemsFailure failure, @Nullable SentRequest request)
      implements Outcome {
    public Failed(Claim claim, PemsFailure failure) {
      this(claim, failure, null);
    }
  }
}
