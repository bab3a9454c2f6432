package com.pfavanguard.writeback.domain;

import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.PemsAnswer;
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
      implements Outcome {
    /** Versions that came between our read and our write, and that nobody here has seen. */
    public long unseenVersions() {
      return overtaken ? after.recordid() - before.recordid() - 1 : 0;
    }
  }

  /** Somebody changed the same fields; a person decides. */
  record Conflicted(Claim claim, LiveRecord live, Set<PfaField> fields) implements Outcome {}

  /**
   * Worth another try after the delay.
   *
   * @param cost what the try used up
   */
  record Retried(Claim claim, PemsFailure failure, Duration delay, Cost cost) implements Outcome {}

  /** What a try that is to be repeated uses up. */
  enum Cost {
    ATTEMPT,
    /** PEMS said 429: it looked at nothing, and says so a limited number of times. */
    DEFERRAL,
    /** PEMS was not asked, or takes nobody's writes. */
    NOTHING
  }

  /**
   * PEMS will not take it, or the tries are used up: dead letter.
   *
   * @param request what was asked last; null when nothing was
   * @param answer to it; null when there was none
   */
  record Failed(
      Claim claim, PemsFailure failure, @Nullable SentRequest request, @Nullable PemsAnswer answer)
      implements Outcome {
    public Failed(Claim claim, PemsFailure failure) {
      this(claim, failure, null, null);
    }
  }
}
