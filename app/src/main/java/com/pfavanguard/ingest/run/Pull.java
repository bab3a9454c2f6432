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
    for (int number = 1; ; number++) {
      try {
        return pass(staging, query);
      } catch (SyncFailed e) {
        if (!e.moved() || number == passes) {
          throw e;
        }
        log.info("Pass {} is done again: {}", number, e.getMessage());
        staging.clear();
      }
    }
  }

  private long pass(Staging staging, GridQuery query) {
    progress.passBegins();
    boolean ascending = pages.read(query, progress, staging::copy);
    if (!ascending) {
      staging.demandDistinct();
    }
    for (int round = 0, newer = 1; round < ROUNDS && newer > 0; round++) {
      newer = catchUp(staging, query);
      progress.caughtUp(newer);
    }
    long staged = staging.rows();
    long there = pages.count(query);
    // One record gone and one come leave pages and counts as they were; but now one is too many.
    if (there != staged) {
      throw SyncFailed.moved(
          "data_moved",
          "PEMS sent %,d records and counted %,d in the end. Start the read again."
              .formatted(staged, there));
    }
    return staged;
  }

  /**
   * Rows that move while only edits are read do no harm: whoever is missed is in the next read.
   *
   * @return how many records were not staged like that before
   */
  private int catchUp(Staging staging, GridQuery query) {
    Instant watermark = progress.watermark(staging);
    if (watermark == null) {
      return 0;
    }
    try {
      GridQuery edited = query.since(watermark.minus(overlap));
      pages.read(edited, Progress.unseen(), staging::copyLater);
    } catch (SyncFailed e) {
      if (!e.moved()) {
        throw e;
      }
    }
    return staging.mergeLater();
  }
}
