package com.pfavanguard.ingest.run;

import com.pfavanguard.ingest.domain.PageSequence;
import com.pfavanguard.ingest.domain.SyncFailed;
import com.pfavanguard.ingest.store.StagingRows;
import com.pfavanguard.pems.GridPage;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsTarget;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Fetches the pages of a query. While one page is copied the next is fetched; two pages are held at
 * most. For one thread.
 */
final class Pages {
  private final PemsGateway gateway;
  private final PemsTarget target;
  private final Patience patience;
  private final Executor copier;

  Pages(PemsGateway gateway, PemsTarget target, Patience patience, Executor copier) {
    this.gateway = gateway;
    this.target = target;
    this.patience = patience;
    this.copier = copier;
  }

  /**
   * @param copy takes one page at a time, on another thread; never called after this has returned
   * @return whether every key was greater than the one before it, so that none came twice
   * @throws SyncFailed when PEMS fails, its pages cannot be trusted, or its records moved
   */
  boolean read(GridQuery query, Progress progress, Consumer<StagingRows> copy) {
    long expected = count(query);
    progress.counted(expected);
    PageSequence sequence = new PageSequence(expected, query.pageSize());
    CompletableFuture<Void> copying = CompletableFuture.completedFuture(null);
    try {
      while (!sequence.finished()) {
        StagingRows rows = patience.ask(() -> readPage(query, sequence, progress));
        copying.join();
        copying = CompletableFuture.runAsync(() -> copy.accept(rows), copier);
      }
    } finally {
      finish(copying);
    }
    return sequence.ascending();
  }

  /** How many records the query finds now. */
  long count(GridQuery query) {
    return patience.ask(() -> SyncFailed.orThrow(gateway.count(target, query)));
  }

  private StagingRows readPage(GridQuery query, PageSequence sequence, Progress progress) {
    sequence.beginPage();
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
