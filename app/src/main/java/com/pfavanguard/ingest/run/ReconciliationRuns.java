package com.pfavanguard.ingest.run;

import com.pfavanguard.identity.Organization;
import com.pfavanguard.identity.Organizations;
import com.pfavanguard.ingest.Drift;
import com.pfavanguard.ingest.Reconciliation;
import com.pfavanguard.ingest.ReconciliationStart;
import com.pfavanguard.ingest.Reconciliations;
import com.pfavanguard.ingest.SyncError;
import com.pfavanguard.ingest.SyncTrigger;
import com.pfavanguard.ingest.store.ReconciliationStore;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.PemsTarget;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts comparisons on threads of their own and finds them again. */
@Component
@Role.Server
class ReconciliationRuns implements Reconciliations {
  private static final Duration DEAD_AFTER = Duration.ofSeconds(60);
  private static final SyncError ABANDONED =
      new SyncError("server_died", "The server that compared stopped. Start again.");

  private final Organizations organizations;
  private final PemsConnections connections;
  private final ReconciliationStore store;
  private final Tenancy tenancy;
  private final Reconciler reconciler;
  private final SyncTasks tasks;

  ReconciliationRuns(
      Organizations organizations,
      PemsConnections connections,
      ReconciliationStore store,
      Tenancy tenancy,
      Reconciler reconciler,
      SyncTasks tasks) {
    this.organizations = organizations;
    this.connections = connections;
    this.store = store;
    this.tenancy = tenancy;
    this.reconciler = reconciler;
    this.tasks = tasks;
  }

  @Override
  public ReconciliationStart start(
      String organizationId, SyncTrigger trigger, @Nullable UUID requestedBy) {
    Organization organization = organizations.find(organizationId);
    PemsTarget target;
    try {
      target = connections.target(organization.pemsConnection(), organization.pemsOrganization());
    } catch (IllegalStateException e) {
      return new ReconciliationStart.NotConfigured(String.valueOf(e.getMessage()));
    }
    ReconciliationStart start = begin(organizationId, trigger, requestedBy);
    if (start instanceof ReconciliationStart.Started(Reconciliation begun)) {
      tasks.executor().execute(() -> reconciler.run(begun, target));
    }
    return start;
  }

  private ReconciliationStart begin(
      String organizationId, SyncTrigger trigger, @Nullable UUID requestedBy) {
    return tenancy.within(
        organizationId,
        () -> {
          store.failAbandoned(DEAD_AFTER, ABANDONED);
          Optional<UUID> begun = store.begin(organizationId, trigger, requestedBy);
          return begun.isPresent()
              ? new ReconciliationStart.Started(store.find(begun.get()).orElseThrow())
              : new ReconciliationStart.AlreadyRunning(
                  store.findRunning(organizationId).orElseThrow());
        });
  }

  @Override
  public Optional<Reconciliation> find(Collection<String> organizationIds, UUID id) {
    return tenancy.within(
        organizationIds,
        () -> {
          store.failAbandoned(DEAD_AFTER, ABANDONED);
          return store.find(id);
        });
  }

  @Override
  public List<Reconciliation> newest(String organizationId, int limit) {
    return tenancy.within(organizationId, () -> store.newest(organizationId, limit));
  }

  @Override
  public List<Drift> drifts(Reconciliation reconciliation, long after, int limit) {
    return tenancy.within(
        reconciliation.organizationId(),
        () -> store.drifts(reconciliation.reconciliationId(), after, limit));
  }
}
