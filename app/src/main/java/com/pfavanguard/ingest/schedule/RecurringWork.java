package com.pfavanguard.ingest.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.pfavanguard.ingest.run.OrganizationHolds;
import com.pfavanguard.kernel.RecurringJob;
import com.pfavanguard.kernel.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
      OrganizationHolds holds,
      List<RecurringJob> others) {
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
    List<RecurringTask<Void>> all = new ArrayList<>(List.of(dueReads, dueComparisons, heldFields));
    others.forEach(job -> all.add(task(job)));
    this.scheduler =
        Scheduler.create(dataSource)
            .startTasks(all)
            .threads(2)
            .pollingInterval(properties.tick())
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(DEAD_AFTER_BEATS)
            .shutdownMaxWait(HEARTBEAT)
            .build();
  }

  private static RecurringTask<Void> task(RecurringJob job) {
    return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
        .execute((instance, context) -> job.work().run());
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
