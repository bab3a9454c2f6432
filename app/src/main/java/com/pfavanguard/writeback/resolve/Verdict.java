package com.pfavanguard.writeback.resolve;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.kernel.ApiException;

/** Whether a conflict can be resolved as wished. */
sealed interface Verdict {
  Conflict conflict();

  /** It can, with this outcome. */
  record Ready(Plan plan) implements Verdict {
    @Override
    public Conflict conflict() {
      return plan.conflict();
    }
  }

  /** It cannot; the exception is what a caller who asked for this one alone is told. */
  record Refused(Conflict conflict, ApiException why) implements Verdict {}
}
