package com.pfavanguard.trial;

import com.pfavanguard.trial.stage.Operator;
import com.pfavanguard.trial.stage.Operator.Queue;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits until nothing is on its way any more, or until nothing has moved for too long. */
final class Silence {
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Operator operator;
  private final Duration patience;

  /**
   * @param patience for a queue that does not move; longer than the trial's leases and pauses
   */
  Silence(Operator operator, Duration patience) {
    this.operator = operator;
    this.patience = patience;
  }

  /** Returns how many edits are left waiting. */
  long await() throws InterruptedException {
    @Nullable Queue last = null;
    long moved = System.nanoTime();
    while (true) {
      Queue now = look();
      if (now != null && now.empty()) {
        return 0;
      }
      if (now != null && !now.equals(last)) {
        last = now;
        moved = System.nanoTime();
      }
      if (System.nanoTime() - moved > patience.toNanos()) {
        return last == null ? Long.MAX_VALUE : last.waiting() + last.processing();
      }
      Thread.sleep(LOOK);
    }
  }

  private @Nullable Queue look() {
    try {
      return operator.queue();
    } catch (SQLException databaseIsAway) {
      return null;
    }
  }
}
