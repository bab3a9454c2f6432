package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.Critical;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.writeback.domain.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Collects outcomes and records them in batches, apart from the threads that talk to PEMS. */
@Component
@Role.Worker
class OutcomeWriter {
  private static final Logger log = LoggerFactory.getLogger(OutcomeWriter.class);

  private static final int PAUSE_MILLIS = 500;

  private final BlockingQueue<Outcome> waiting = new LinkedBlockingQueue<>();
  private final OutcomeRecorder recorder;
  private final WriteMetrics metrics;
  private final int batchSize;

  OutcomeWriter(OutcomeRecorder recorder, WriteMetrics metrics, WorkerProperties properties) {
    this.recorder = recorder;
    this.metrics = metrics;
    this.batchSize = properties.batch();
  }

  void submit(Outcome outcome) {
    waiting.add(outcome);
  }

  /**
   * Records what waits, or waits a moment for something to record. While the database is away
   * outcomes are kept: PEMS holds the writes already, and what they did must not be guessed again
   * later.
   *
   * @param settled told of every outcome that is over
   */
  void recordNext(Consumer<Outcome> settled) throws InterruptedException {
    Outcome first = waiting.poll(200, TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    List<Outcome> batch = new ArrayList<>(batchSize);
    batch.add(first);
    waiting.drainTo(batch, batchSize - 1);
    record(batch, settled);
  }

  /** A batch that fails as a whole is recorded one by one, so that one bad row harms no other. */
  private void record(List<Outcome> batch, Consumer<Outcome> settled) throws InterruptedException {
    try {
      recorder.record(batch).forEach(metrics::count);
      batch.forEach(settled);
    } catch (RuntimeException e) {
      if (passing(e)) {
        log.warn("{} outcomes wait for the database: {}", batch.size(), e.getMessage());
        waiting.addAll(batch);
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } else if (batch.size() > 1) {
        log.warn("A batch of {} outcomes failed; recording one by one", batch.size(), e);
        for (Outcome outcome : batch) {
          record(List.of(outcome), settled);
        }
      } else {
        // Its lease runs out, the row is claimed again, and reading PEMS then shows what was done.
        log.error(
            Critical.MARKER,
            "Outcome of queue row {} was not recorded",
            batch.getFirst().claim().queueId(),
            e);
        batch.forEach(settled);
      }
    }
  }

  private static boolean passing(RuntimeException failure) {
    return failure instanceof TransientDataAccessException
        || failure instanceof RecoverableDataAccessException
        || failure instanceof DataAccessResourceFailureException
        || failure instanceof TransactionException;
  }
}
