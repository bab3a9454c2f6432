package com.pfavanguard.ingest.run;

import com.pfavanguard.ingest.SyncCounts;
import com.pfavanguard.ingest.SyncRun;
import com.pfavanguard.ingest.store.MirrorMerge;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a run is: written by the run, read by whoever saves it. Safe for many threads. */
final class Progress {
  private SyncRun.Phase phase = SyncRun.Phase.counting;
  private @Nullable Long expectedRows;
  private long rowsRead;
  private int pagesRead;
  private @Nullable Instant pemsTime;

  synchronized void counted(long rows) {
    expectedRows = rows;
    phase = SyncRun.Phase.reading;
  }

  synchronized void pageRead(long rows, Instant serverTime) {
    rowsRead = rows;
    pagesRead++;
    if (pemsTime == null) {
      pemsTime = serverTime;
    }
  }

  synchronized void merging() {
    phase = SyncRun.Phase.merging;
  }

  synchronized SyncRun.Phase phase() {
    return phase;
  }

  synchronized @Nullable Instant pemsTime() {
    return pemsTime;
  }

  synchronized SyncCounts counts() {
    return new SyncCounts(expectedRows, rowsRead, pagesRead, 0, 0, 0, 0);
  }

  synchronized SyncCounts counts(MirrorMerge.Result result) {
    return new SyncCounts(
        expectedRows,
        rowsRead,
        pagesRead,
        result.inserted(),
        result.changed(),
        result.unchanged(),
        result.removed());
  }
}
