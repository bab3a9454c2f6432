package com.pfavanguard.ingest.run;

import com.pfavanguard.ingest.ReadWish;
import com.pfavanguard.ingest.SyncError;
import com.pfavanguard.ingest.SyncRun;
import com.pfavanguard.ingest.SyncStart;
import com.pfavanguard.ingest.SyncType;
import com.pfavanguard.ingest.store.ReadSyncStore;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.pems.GridQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Admits one run per organization at a time and gives up those whose server died. */
@Component
@Role.Server
class RunRegister {
  private static final Duration DEAD_AFTER = Duration.ofSeconds(60);
  private static final SyncError ABANDONED =
      new SyncError("server_died", "The server that ran this read stopped. Start the read again.");

  private final Tenancy tenancy;
  private final ReadSyncStore runs;
  private final IngestProperties properties;

  RunRegister(Tenancy tenancy, ReadSyncStore runs, IngestProperties properties) {
    this.tenancy = tenancy;
    this.runs = runs;
    this.properties = properties;
  }

  SyncStart begin(ReadWish wish) {
    String organizationId = wish.organizationId();
    return tenancy.within(
        organizationId,
        () -> {
          runs.failAbandoned(DEAD_AFTER, ABANDONED);
          Optional<UUID> begun = runs.begin(wish);
          if (begun.isEmpty()) {
            return new SyncStart.AlreadyRunning(runs.findRunning(organizationId).orElseThrow());
          }
          runs.log(
              organizationId, begun.get(), "started", "A " + wish.type() + " read was started");
          return new SyncStart.Started(runs.find(begun.get()).orElseThrow());
        });
  }

  /** What the run must fetch: an incremental one everything, when there was no read before. */
  GridQuery query(SyncRun run) {
    Instant since =
        run.syncType() == SyncType.full
            ? null
            : tenancy.within(
                run.organizationId(),
                () ->
                    runs.lastPemsTime(run.organizationId())
                        .map(time -> time.minus(properties.overlap()))
                        .orElse(null));
    return new GridQuery(since, properties.pageSize());
  }

  Optional<Instant> lastCompleted(String organizationId) {
    return tenancy.within(organizationId, () -> runs.lastCompleted(organizationId));
  }

  Optional<SyncRun> find(Collection<String> organizationIds, UUID syncId) {
    return tenancy.within(
        organizationIds,
        () -> {
          runs.failAbandoned(DEAD_AFTER, ABANDONED);
          return runs.find(syncId);
        });
  }
}
