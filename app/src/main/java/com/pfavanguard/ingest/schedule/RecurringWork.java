package com.pfavanguard.ingest.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.pfavanguard.ingest.run.OrganizationHolds;
import com.pfavanguard.kernel.Role;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for due work again and again, on one server of all at a time: the database says which. If
 * that server dies, another goes on after half a minute.
 */
@Component
@Role.Server
class RecurringWork implements SmartLifecycle {
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int DEAD_AFTER_BEATS = 6;

  private final ScheduleProperties properties;
  private final Scheduler scheduler;
  private volatile boolean running;

  RecurringWork(
      DataSource dataSource,
      ScheduleProperties properties,
      ScheduledReads reads,
      ScheduledComparisons comparisons,
      OrganizationHolds holds) {
    this.properties = properties;
    RecurringTask<Void> dueReads =
        Tasks.recurring("due-reads", FixedDelay.of(properties.tick()))
            .execute((instance, context) -> reads.startDue());
    RecurringTask<Void> dueComparisons =
        Tasks.recurring("due-reconciliations", FixedDelay.of(properties.tick()))
            .execute((instance, context) -> comparisons.startDue());
    RecurringTask<Void> heldFields =
        Tasks.recurring("held-fields", FixedDelay.of(properties.holdsEvery()))
            .execute((instance, context) -> holds.checkAll());
    this.scheduler =
        Scheduler.create(dataSource)
            .startTasks(dueReads, dueComparisons, heldFields)
            .threads(2)
            .pollingInterval(properties.tick())
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(DEAD_AFTER_BEATS)
            .shutdownMaxWait(HEARTBEAT)
            .build();
  }

  @Override
  public void start() {
    if (properties.enabled()) {
      scheduler.start();
    }
    running = true;
  }

  @Override
  public void stop() {
    if (properties.enabled()) {
      scheduler.stop();
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
