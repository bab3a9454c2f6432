package com.pfavanguard.ingest;

import com.pfavanguard.kernel.FieldValues;
import org.jspecify.annotations.Nullable;

/**
 * A record that was not in the mirror as it is in PEMS.
 *
 * @param healed whether the mirror took PEMS's side
 * @param mirrorVersion null where the mirror had no live record
 * @param pemsVersion null where PEMS has none
 * @param mirror the differing fields as the mirror had them
 * @param pems the same fields as PEMS has them
 */
public record Drift(
    long driftId,
    String pfaId,
    Kind kind,
    Cause cause,
    boolean healed,
    @Nullable Long mirrorVersion,
    @Nullable Long pemsVersion,
    FieldValues mirror,
    FieldValues pems) {

  /** How it differs; the names of the API and the database. */
  public enum Kind {
    missing,
    extra,
    field_differs,
    version_differs
  }

  /** Why, as far as the two sides tell; the names of the API and the database. */
  public enum Cause {
    behind("PEMS is newer than the mirror, which took its state."),
    altered("The mirror was altered without PEMS; it took PEMS's state back."),
    ahead(
        "The mirror has a newer version than PEMS: PEMS may have been restored from a backup. The next full read settles it."),
    own_edit_pending("An edit of ours is on its way to PEMS; its outcome settles it."),
    gone_from_pems("PEMS no longer has the record. The next full read marks it as removed.");

    private final String explanation;

    Cause(String explanation) {
      this.explanation = explanation;
    }

    /** A sentence for the planner. */
    public String explanation() {
      return explanation;
    }
  }
}
