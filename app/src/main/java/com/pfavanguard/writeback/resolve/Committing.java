package com.pfavanguard.writeback.resolve;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.kernel.database.DatabaseSignals;
import java.util.Collection;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Transactions that put edits into the queue, and wake the workers once it is there. */
@Component
@Role.Server
class Committing {
  private static final int TRIES = 5;

  private final Tenancy tenancy;
  private final DatabaseSignals signals;

  Committing(Tenancy tenancy, DatabaseSignals signals) {
    this.tenancy = tenancy;
    this.signals = signals;
  }

  /**
   * Runs the work; again from the start when its author committed another edit of the record at the
   * same time, for the database lets only one of them wait.
   */
  <T> T within(Collection<String> organizations, Supplier<T> work) {
    for (int tries = TRIES; ; tries--) {
      try {
        T done = tenancy.within(organizations, work);
        signals.notify("vanguard_queue");
        return done;
      } catch (DuplicateKeyException e) {
        if (tries == 1) {
          throw e;
        }
      }
    }
  }
}
