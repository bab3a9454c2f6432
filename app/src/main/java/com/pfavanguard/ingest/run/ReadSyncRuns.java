package com.pfavanguard.ingest.run;

import com.pfavanguard.identity.Organization;
import com.pfavanguard.identity.Organizations;
import com.pfavanguard.ingest.ReadSync;
import com.pfavanguard.ingest.ReadWish;
import com.pfavanguard.ingest.SyncRun;
import com.pfavanguard.ingest.SyncStart;
import com.pfavanguard.ingest.SyncTrigger;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.PemsTarget;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Starts reads on threads of their own and finds them again. */
@Component
@Role.Server
class ReadSyncRuns implements ReadSync {
  private final Organizations organizations;
  private final PemsConnections connections;
  private final RunRegister register;
  private final SyncRunner runner;
  private final SyncTasks tasks;
  private final MeterRegistry meters;

  ReadSyncRuns(
      Organizations organizations,
      PemsConnections connections,
      RunRegister register,
      SyncRunner runner,
      SyncTasks tasks,
      MeterRegistry meters) {
    this.organizations = organizations;
    this.connections = connections;
    this.register = register;
    this.runner = runner;
    this.tasks = tasks;
    this.meters = meters;
    for (SyncTrigger trigger : SyncTrigger.values()) {
      operations(trigger, true);
      operations(trigger, false);
    }
  }

  @Override
  public SyncStart start(ReadWish wish) {
    Organization organization = organizations.find(wish.organizationId());
    PemsTarget target;
    try {
      target = connections.target(organization.pemsConnection(), organization.pemsOrganization());
    } catch (IllegalStateException e) {
      return new SyncStart.NotConfigured(String.valueOf(e.getMessage()));
    }
    SyncStart start = register.begin(wish);
    if (start instanceof SyncStart.Started(SyncRun run)) {
      GridQuery query = register.query(run);
      tasks
          .executor()
          .execute(() -> operations(wish.trigger(), runner.run(run, target, query)).increment());
    }
    return start;
  }

  @Override
  public Optional<SyncRun> find(Collection<String> organizationIds, UUID syncId) {
    return register.find(organizationIds, syncId);
  }

  @Override
  public Optional<Instant> lastCompleted(String organizationId) {
    return register.lastCompleted(organizationId);
  }

  private Counter operations(SyncTrigger trigger, boolean completed) {
    return meters.counter(
        "pfa.sync.operations",
        "direction",
        "read",
        "trigger",
        trigger.name(),
        "outcome",
        completed ? "success" : "failure");
  }
}
