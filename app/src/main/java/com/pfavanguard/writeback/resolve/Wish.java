package com.pfavanguard.writeback.resolve;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.Resolution;
import com.pfavanguard.conflict.Settlement;
import com.pfavanguard.kernel.FieldValues;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants a conflict resolved.
 *
 * @param settle what that does to our edit, given the record as PEMS has it now
 * @param given values the caller has just chosen themselves
 * @param pemsVersion the version they were shown; null for the conflict's own
 * @param byRule whether a rule speaks and nobody looked at this conflict
 */
record Wish(
    Conflict conflict,
    Resolution resolution,
    Function<FieldValues, Settlement> settle,
    FieldValues given,
    @Nullable Long pemsVersion,
    boolean byRule) {

  /** One conflict, as a person says. */
  static Wish of(
      Conflict conflict, Resolution resolution, FieldValues merged, @Nullable Long pemsVersion) {
    Function<FieldValues, Settlement> settle =
        switch (resolution) {
          case use_local -> pems -> new Settlement.Write(conflict.ours().values());
          case use_pems -> pems -> new Settlement.GiveUp();
          case merge -> pems -> Settlement.merged(conflict, merged, pems);
        };
    return new Wish(conflict, resolution, settle, merged, pemsVersion, false);
  }

  /** What a proposer decided and a second person has agreed to. */
  static Wish agreed(Conflict conflict, Conflict.Proposal proposal) {
    return new Wish(
        conflict,
        proposal.resolution(),
        pems -> new Settlement.Write(proposal.payload()),
        FieldValues.EMPTY,
        proposal.shownVersion(),
        false);
  }

  long shownVersion() {
    return pemsVersion == null ? conflict.pems().version() : pemsVersion;
  }
}
