package com.pfavanguard.conflict;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import java.util.Set;

/** What to do with an edit, given the base it was made on and the record as PEMS holds it now. */
public sealed interface MergeDecision {

  /**
   * Write these fields; the others already hold what the author wants.
   *
   * @param merged whether somebody changed other fields of the record since the base
   */
  record Write(FieldValues changes, boolean merged) implements MergeDecision {}

  /** PEMS already holds every value: nothing to write. */
  record AlreadyThere() implements MergeDecision {}

  /** Somebody changed the same fields to something else: a person must decide. */
  record Overlap(Set<PfaField> fields) implements MergeDecision {}
}
