package com.pfavanguard.writeback;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.kernel.database.DatabaseSignals;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Transactions that put edits into the queue, and wake the workers once something is there. */
@Component
class CommitTransactions {
  private static final int TRIES = 5;

  private final Tenancy tenancy;
  private final DatabaseSignals signals;

  CommitTransactions(Tenancy tenancy, DatabaseSignals signals) {
    this.tenancy = tenancy;
    this.signals = signals;
  }

  /**
   * Two commits of one author at once can both see no waiting edit: the database refuses the
   * second, which is done again from the start and then folds.
   */
  CommitDrafts.Committed run(OrganizationAccess access, Supplier<CommitDrafts.Committed> commit) {
    for (int tries = TRIES; ; tries--) {
      try {
        CommitDrafts.Committed committed = tenancy.within(access.organizationId(), commit);
        if (committed.queuedCount() > 0) {
          signals.notify("vanguard_queue");
        }
        return committed;
      } catch (DuplicateKeyException e) {
        if (tries == 1) {
          throw e;
        }
      }
    }
  }
}
