package com.pfavanguard.ingest.run;

import com.pfavanguard.ingest.SyncError;
import com.pfavanguard.ingest.SyncRun;
import com.pfavanguard.ingest.SyncType;
import com.pfavanguard.ingest.domain.SyncFailed;
import com.pfavanguard.ingest.store.MirrorMerge;
import com.pfavanguard.ingest.store.ReadSyncStore;
import com.pfavanguard.ingest.store.Staging;
import com.pfavanguard.ingest.store.StagingConnections;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.PemsTarget;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does one read: count, pages into staging, verification, merge. */
@Component
@Role.Server
class SyncRunner {
  private static final Logger log = LoggerFactory.getLogger(SyncRunner.class);

  private final Pulls pulls;
  private final StagingConnections stagings;
  private final ReadSyncStore runs;
  private final SyncReports reports;
  private final SyncTasks tasks;
  private final IngestProperties properties;

  SyncRunner(
      Pulls pulls,
      StagingConnections stagings,
      ReadSyncStore runs,
      SyncReports reports,
      SyncTasks tasks,
      IngestProperties properties) {
    this.pulls = pulls;
    this.stagings = stagings;
    this.runs = runs;
    this.reports = reports;
    this.tasks = tasks;
    this.properties = properties;
  }

  /**
   * Runs to the end and reports every way to end; never throws.
   *
   * @return whether it completed
   */
  boolean run(SyncRun run, PemsTarget target, GridQuery query) {
    Progress progress = new Progress();
    try (var _ = tasks.everySecond(() -> reports.progress(run, progress));
        Staging staging = stagings.open(run.organizationId())) {
      long rows = pulls.stage(target, query, progress, staging);
      progress.merging();
      reports.progress(run, progress);
      merge(run, progress, staging, rows);
      return true;
    } catch (SyncFailed e) {
      return failed(run, progress, e.error());
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        log.error("Read {} of {} broke", run.syncId(), run.organizationId(), e);
      }
      return failed(
          run,
          progress,
          new SyncError("internal", "The read broke inside this product; see its log."));
    }
  }

  private void merge(SyncRun run, Progress progress, Staging staging, long rows) {
    var rules =
        new MirrorMerge.Rules(
            run.organizationId(),
            run.syncType() == SyncType.full,
            rows,
            properties.removableShare(),
            run.confirmedRemovals());
    Instant watermark = progress.watermark(staging);
    staging.merge(
        rules,
        result -> {
          if (!runs.complete(run.syncId(), progress.counts(result), watermark)) {
            throw new SyncFailed("given_up", "The read was given up while it was merging.");
          }
          runs.log(
              run.organizationId(),
              run.syncId(),
              "completed",
              "%,d records read: %,d new, %,d changed, %,d removed"
                  .formatted(rows, result.inserted(), result.changed(), result.removed()));
          say(reports.completed(run));
        });
  }

  private static void say(SyncRun done) {
    log.info(
        "Read {} of {}: {} rows at {} rows/s, {} new, {} changed, {} unchanged, {} removed",
        done.syncId(),
        done.organizationId(),
        done.counts().rowsRead(),
        done.rowsPerSecond(),
        done.counts().inserted(),
        done.counts().changed(),
        done.counts().unchanged(),
        done.counts().removed());
  }

  private boolean failed(SyncRun run, Progress progress, SyncError error) {
    // A stopping server interrupts its runs; what is left is to say so.
    SyncError told =
        Thread.interrupted()
            ? new SyncError("server_stopped", "The server was stopped while it read. Start again.")
            : error;
    log.warn(
        "Read {} of {} failed: {} {}",
        run.syncId(),
        run.organizationId(),
        told.code(),
        told.detail());
    reports.failed(run, progress, told);
    return false;
  }
}
