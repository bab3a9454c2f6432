package com.pfavanguard.ingest.run;

import com.pfavanguard.ingest.Reconciliation;
import com.pfavanguard.ingest.SyncError;
import com.pfavanguard.ingest.domain.SyncFailed;
import com.pfavanguard.ingest.store.DriftCounts;
import com.pfavanguard.ingest.store.ReadSyncStore;
import com.pfavanguard.ingest.store.ReconciliationStore;
import com.pfavanguard.ingest.store.Staging;
import com.pfavanguard.ingest.store.StagingConnections;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.SyncFact;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.pems.PemsTarget;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Does one comparison: everything into staging, then compared and healed in one transaction. */
@Component
@Role.Server
class Reconciler {
  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

  private final Pulls pulls;
  private final StagingConnections stagings;
  private final ReconciliationStore store;
  private final ReadSyncStore logs;
  private final Tenancy tenancy;
  private final ApplicationEventPublisher events;

  Reconciler(
      Pulls pulls,
      StagingConnections stagings,
      ReconciliationStore store,
      ReadSyncStore logs,
      Tenancy tenancy,
      ApplicationEventPublisher events) {
    this.pulls = pulls;
    this.stagings = stagings;
    this.store = store;
    this.logs = logs;
    this.tenancy = tenancy;
    this.events = events;
  }

  /** Runs to the end and records every way to end; never throws. */
  void run(Reconciliation reconciliation, PemsTarget target) {
    String organization = reconciliation.organizationId();
    UUID id = reconciliation.reconciliationId();
    try (var _ = pulls.everySecond(() -> beat(organization, id));
        Staging staging = stagings.open(organization)) {
      long compared = pulls.everything(target, staging);
      staging.compare(id, counts -> ended(reconciliation, compared, counts));
    } catch (SyncFailed e) {
      failed(organization, id, e.error());
    } catch (RuntimeException e) {
      log.error("Comparing {} with PEMS broke", organization, e);
      failed(
          organization,
          id,
          new SyncError("internal", "It broke inside this product; see the server's log."));
    }
  }

  /** Inside the transaction that healed. */
  private void ended(Reconciliation reconciliation, long compared, DriftCounts counts) {
    String organization = reconciliation.organizationId();
    UUID id = reconciliation.reconciliationId();
    if (!store.complete(id, compared, counts)) {
      throw new SyncFailed("given_up", "The comparison was given up while it ended.");
    }
    String said =
        "%,d records compared with PEMS: %,d missing, %,d extra, %,d with other values, %,d with another version; %,d healed"
            .formatted(
                compared,
                counts.missing(),
                counts.extra(),
                counts.fieldDiffers(),
                counts.versionDiffers(),
                counts.healed());
    log.info("{}: {}", organization, said);
    logs.log(organization, id, "reconciled", said);
    if (counts.healed() > 0) {
      var healed = Map.of("count", counts.healed(), "source", "reconciliation");
      events.publishEvent(
          new SyncFact.Batch(
              List.of(
                  new SyncFact(SyncFact.Type.RECORD_CHANGED, organization, null, null, healed))));
    }
  }

  private void beat(String organization, UUID id) {
    tenancy.within(
        organization,
        () -> {
          store.beat(id);
          return true;
        });
  }

  private void failed(String organization, UUID id, SyncError error) {
    // A stopping server interrupts its runs; what is left is to say so.
    SyncError told =
        Thread.interrupted()
            ? new SyncError("server_stopped", "The server was stopped while it compared.")
            : error;
    log.warn("Comparing {} with PEMS failed: {} {}", organization, told.code(), told.detail());
    tenancy.within(
        organization,
        () -> {
          store.fail(id, told);
          logs.log(organization, id, "failed", told.detail());
          return true;
        });
  }
}
