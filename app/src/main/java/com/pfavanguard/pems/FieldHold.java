package com.pfavanguard.pems;

import com.pfavanguard.kernel.PfaField;
import java.time.Instant;

/**
 * A field whose place in PEMS is not what it was: nothing is written to it, and reads leave it as
 * it is in the mirror.
 *
 * @param detail a sentence for the planner
 */
public record FieldHold(
    long holdId,
    String connectionId,
    PfaField field,
    Reason reason,
    String detail,
    Instant detectedAt) {

  /** What changed; the names of the API and the database. */
  public enum Reason {
    missing,
    type,
    max_length,
    decimals
  }
}
