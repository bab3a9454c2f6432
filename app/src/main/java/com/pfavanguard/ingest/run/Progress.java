package com.pfavanguard.ingest.run;

import com.pfavanguard.ingest.SyncCounts;
import com.pfavanguard.ingest.SyncRun;
import com.pfavanguard.ingest.store.MirrorMerge;
import com.pfavanguard.ingest.store.Staging;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a run is: written by the run, read by whoever saves it. Safe for many threads. */
final class Progress {
  private SyncRun.Phase phase = SyncRun.Phase.counting;
  private @Nullable Long expectedRows;
  private long rowsRead;
  private int pagesRead;
  private int passes;
  private long caughtUp;
  private @Nullable Instant pemsTime;

  /** For reading that nobody watches. */
  static Progress unseen() {
    return new Progress();
  }

  synchronized void passBegins() {
    passes++;
    rowsRead = 0;
    pemsTime = null;
  }

  synchronized void counted(long rows) {
    expectedRows = rows;
    phase = SyncRun.Phase.reading;
  }

  synchronized void pageRead(long rows, Instant serverTime) {
    rowsRead = rows;
    pagesRead++;
    if (pemsTime == null && serverTime.isAfter(Instant.EPOCH)) {
      pemsTime = serverTime;
    }
  }

  synchronized void caughtUp(long rows) {
    caughtUp += rows;
  }

  synchronized void merging() {
    phase = SyncRun.Phase.merging;
  }

  synchronized SyncRun.Phase phase() {
    return phase;
  }

  /** PEMS's own clock at the first page of the pass; null where it does not tell. */
  synchronized @Nullable Instant pemsTime() {
    return pemsTime;
  }

  /**
   * Up to when every change in PEMS is staged: its clock when the pass began, or the newest change
   * that was seen if that is earlier, for the clock that stamps changes may be another one.
   */
  @Nullable Instant watermark(Staging staging) {
    Instant began = pemsTime();
    Instant newest = staging.newestChange();
    return began != null && newest != null && newest.isBefore(began) ? newest : began;
  }

  synchronized SyncCounts counts() {
    return counts(new MirrorMerge.Result(0, 0, 0, 0));
  }

  synchronized SyncCounts counts(MirrorMerge.Result result) {
    return new SyncCounts(
        expectedRows,
        rowsRead,
        pagesRead,
        passes,
        caughtUp,
        result.inserted(),
        result.changed(),
        result.unchanged(),
        result.removed());
  }
}
