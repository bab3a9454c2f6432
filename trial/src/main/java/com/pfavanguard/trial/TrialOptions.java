package com.pfavanguard.trial;

import com.pfavanguard.trial.mutant.Mutant;
import com.pfavanguard.trial.stage.Budget;
import com.pfavanguard.trial.stage.Stage;
import java.util.Optional;

/**
 * @param edits committed edits after which the authors stop
 * @param seed decides what everybody does and what fails; the processes' own timing it cannot
 * @param mutant how the engine is broken on purpose, if it is
 */
public record TrialOptions(int edits, long seed, Optional<Mutant> mutant) {
  private static final Stage.Size WHOLE = new Stage.Size(2, 3, 20, 0, Budget.TIGHT);
  // A mutant is to be noticed, not to be survived: less is harmed, and less has to start.
  private static final Stage.Size SMALL = new Stage.Size(1, 2, 8, 0, Budget.TIGHT);
  private static final int EDITS_PER_RECORD = 4;
  private static final int ORGANIZATIONS = 3;
  private static final int LEAST_RECORDS = 20;
  // The smallest organization has a fifth of all records, and a good part of them can be edited.
  private static final int RECORDS_PER_EDITABLE = 20;

  int recordsPerOrganization() {
    return Math.max(LEAST_RECORDS, edits / EDITS_PER_RECORD / ORGANIZATIONS);
  }

  boolean whole() {
    return mutant.isEmpty();
  }

  Stage.Size size() {
    Stage.Size size = whole() ? WHOLE : SMALL;
    int records = Math.max(3_000, recordsPerOrganization() * RECORDS_PER_EDITABLE);
    return new Stage.Size(size.servers(), size.workers(), size.authors(), records, size.budget());
  }
}
