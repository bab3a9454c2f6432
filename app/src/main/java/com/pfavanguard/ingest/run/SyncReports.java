package com.pfavanguard.ingest.run;

import com.pfavanguard.ingest.SyncError;
import com.pfavanguard.ingest.SyncRun;
import com.pfavanguard.ingest.store.ReadSyncStore;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.SyncFact;
import com.pfavanguard.kernel.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tells the database and the browsers how a run goes. */
@Component
@Role.Server
class SyncReports {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final Tenancy tenancy;
  private final ReadSyncStore runs;
  private final ApplicationEventPublisher events;

  SyncReports(Tenancy tenancy, ReadSyncStore runs, ApplicationEventPublisher events) {
    this.tenancy = tenancy;
    this.runs = runs;
    this.events = events;
  }

  /** Saves how far the run is; that also says that it lives. */
  void progress(SyncRun run, Progress progress) {
    tenancy.within(
        run.organizationId(),
        () -> {
          if (runs.saveProgress(run.syncId(), progress.phase(), progress.counts())) {
            publish(List.of(progressFact(run.syncId())));
          }
          return true;
        });
  }

  /** Inside the merge's transaction: what it changed and what is told of it stand together. */
  SyncRun completed(SyncRun run) {
    SyncRun now = runs.find(run.syncId()).orElseThrow();
    long touched = now.counts().inserted() + now.counts().changed() + now.counts().removed();
    List<SyncFact> facts = new ArrayList<>(List.of(progressFact(run.syncId())));
    if (touched > 0) {
      facts.add(
          new SyncFact(
              SyncFact.Type.RECORD_CHANGED,
              run.organizationId(),
              null,
              run.syncId(),
              Map.of("count", touched, "source", "pull")));
    }
    publish(facts);
    return now;
  }

  void failed(SyncRun run, Progress progress, SyncError error) {
    tenancy.within(
        run.organizationId(),
        () -> {
          runs.saveProgress(run.syncId(), progress.phase(), progress.counts());
          runs.fail(run.syncId(), error);
          runs.log(run.organizationId(), run.syncId(), "failed", error.detail());
          publish(List.of(progressFact(run.syncId())));
          return true;
        });
  }

  private SyncFact progressFact(UUID syncId) {
    SyncRun run = runs.find(syncId).orElseThrow();
    return new SyncFact(
        SyncFact.Type.SYNC_PROGRESS,
        run.organizationId(),
        null,
        syncId,
        JsonMapper.shared().convertValue(run, MAP));
  }

  private void publish(List<SyncFact> facts) {
    events.publishEvent(new SyncFact.Batch(facts));
  }
}
