package com.pfavanguard.ingest.run;

import com.pfavanguard.ingest.domain.SyncFailed;
import com.pfavanguard.ingest.store.Staging;
import com.pfavanguard.pems.GridQuery;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every record of a query into staging, as PEMS has it at the end. A pass over the pages
 * holds all records only if none came or went meanwhile, else it is done again; what was edited
 * behind its back is read once more afterwards. For one thread.
 */
final class Pull {
  private static final Logger log = LoggerFactory.getLogger(Pull.class);

  /** Edits that go on while they are being caught up with are left to the next read. */
  private static final int ROUNDS = 3;

  private final Pages pages;
  private final Progress progress;
  private final int passes;
  private final Duration overlap;

  /**
   * @param passes how often to try for a pass during which no record came or went
   * @param overlap how far behind the beginning of a pass its edits are looked for
   */
  Pull(Pages pages, Progress progress, int passes, Duration overlap) {
    this.pages = pages;
    this.progress = progress;
    this.passes = passes;
    this.overlap = overlap;
  }

  /**
   * @return how many records were staged: all there are, none twice
   * @throws SyncFailed when PEMS fails, its pages cannot be trusted or its records never rest
   */
  long into(Staging staging, GridQuery query) {
    pass(staging, query, 1);
    for (int round = 0; round < ROUNDS; round++) {
      Instant watermark = progress.watermark(staging);
      if (watermark == null) {
        break;
      }
      var edited = new GridQuery(watermark.minus(overlap), query.pageSize());
      long newer = catchUp(staging, edited);
      progress.caughtUp(newer);
      if (newer == 0) {
        break;
      }
    }
    return staging.rows();
  }

  private void pass(Staging staging, GridQuery query, int number) {
    progress.passBegins();
    try {
      boolean ascending = pages.read(query, progress, staging::copy);
      if (!ascending) {
        staging.demandDistinct();
      }
    } catch (SyncFailed e) {
      if (!e.moved() || number == passes) {
        throw e;
      }
      log.info("Pass {} is done again: {}", number, e.getMessage());
      staging.clear();
      pass(staging, query, number + 1);
    }
  }

  /** Rows that move while only edits are read do no harm: whoever is missed is in the next read. */
  private long catchUp(Staging staging, GridQuery edited) {
    try {
      pages.read(edited, Progress.unseen(), staging::copyLater);
    } catch (SyncFailed e) {
      if (!e.moved()) {
        throw e;
      }
    }
    return staging.mergeLater();
  }
}
