package com.pfavanguard.ingest.run;

import com.pfavanguard.ingest.domain.PageSequence;
import com.pfavanguard.ingest.domain.SyncFailed;
import com.pfavanguard.ingest.store.Staging;
import com.pfavanguard.ingest.store.StagingRows;
import com.pfavanguard.pems.GridPage;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsTarget;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Fetches every page into staging. While one page is copied the next is fetched; two pages are held
 * at most. For one thread.
 */
final class Pull {
  private final PemsGateway gateway;
  private final PemsTarget target;
  private final GridQuery query;
  private final Progress progress;
  private final Executor copier;

  Pull(
      PemsGateway gateway, PemsTarget target, GridQuery query, Progress progress, Executor copier) {
    this.gateway = gateway;
    this.target = target;
    this.query = query;
    this.progress = progress;
    this.copier = copier;
  }

  /**
   * @return how many rows were staged: all there are, none twice
   * @throws SyncFailed when PEMS fails or its pages cannot be trusted
   */
  long into(Staging staging) {
    long expected = SyncFailed.orThrow(gateway.count(target, query));
    progress.counted(expected);
    PageSequence sequence = new PageSequence(expected, query.pageSize());
    CompletableFuture<Void> copying = CompletableFuture.completedFuture(null);
    try {
      while (!sequence.finished()) {
        StagingRows rows = readPage(sequence);
        copying.join();
        copying = CompletableFuture.runAsync(() -> staging.copy(rows), copier);
      }
    } finally {
      finish(copying);
    }
    verify(sequence, staging);
    return sequence.rows();
  }

  private StagingRows readPage(PageSequence sequence) {
    StagingRows rows = new StagingRows();
    GridPage page =
        SyncFailed.orThrow(
            gateway.readPage(
                target,
                query,
                sequence.cursor(),
                row -> {
                  if (sequence.accept(row.pfaId())) {
                    rows.add(row);
                  }
                }));
    sequence.endOfPage(page);
    progress.pageRead(sequence.rows(), Instant.ofEpochMilli(page.serverTimestamp()));
    return rows;
  }

  private void verify(PageSequence sequence, Staging staging) {
    long after = SyncFailed.orThrow(gateway.count(target, query));
    if (after != sequence.rows()) {
      throw new SyncFailed(
          "data_moved",
          "PEMS had %,d records when the read began and %,d when it ended. Start the read again."
              .formatted(sequence.rows(), after));
    }
    // Keys that only ever grew cannot repeat; a tenant that sorts in another way is asked.
    if (!sequence.ascending() && staging.distinctKeys() != sequence.rows()) {
      throw new SyncFailed("duplicate_rows", "PEMS sent some records twice.");
    }
  }

  /** The staging connection must be idle before anybody else uses or closes it. */
  private static void finish(CompletableFuture<Void> copying) {
    try {
      copying.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
