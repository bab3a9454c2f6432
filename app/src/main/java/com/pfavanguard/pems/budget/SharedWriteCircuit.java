package com.pfavanguard.pems.budget;

import com.pfavanguard.kernel.database.DatabaseSignals;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.pems.WriteCircuit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Learns from every write. One record that PEMS never takes opens nothing, however often it is
 * tried; several different ones in a row mean that PEMS takes no writes, and no edit is at fault.
 */
@Component
public class SharedWriteCircuit implements WriteCircuit {
  private static final Logger log = LoggerFactory.getLogger(SharedWriteCircuit.class);
  private static final long FRESH_NANOS = 250_000_000;
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);
  private static final WriteCircuitStore.Row CLOSED = new WriteCircuitStore.Row(false, 0, null, 0);

  private final WriteCircuitStore store;
  private final DatabaseSignals signals;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  SharedWriteCircuit(WriteCircuitStore store, DatabaseSignals signals) {
    this.store = store;
    this.signals = signals;
  }

  private record Known(WriteCircuitStore.Row row, long at) {
    boolean fresh() {
      return System.nanoTime() - at < FRESH_NANOS;
    }
  }

  @Override
  public int admitted(String connectionId) {
    WriteCircuitStore.Row row = known(connectionId);
    if (!row.open()) {
      return Integer.MAX_VALUE;
    }
    return row.pause().isZero() ? 1 : 0;
  }

  @Override
  public Optional<Duration> pause(String connectionId) {
    WriteCircuitStore.Row row = known(connectionId);
    return row.open() ? Optional.of(pause(row)) : Optional.empty();
  }

  /** Why a write may not be sent now; empty when it may, perhaps as the probe. */
  public Optional<PemsFailure.NotSent> refusal(String connectionId) {
    WriteCircuitStore.Row row = known(connectionId);
    if (!row.open() || (row.pause().isZero() && probes(connectionId))) {
      return Optional.empty();
    }
    return Optional.of(
        new PemsFailure.NotSent(
            "PEMS takes no writes (" + row.failure() + "); one is tried again now and then.",
            pause(row)));
  }

  /** Learns from a write that was sent. */
  public void learn(PemsTarget target, String pfaId, PemsResult<?> result) {
    String id = target.connection().id();
    try {
      if (result instanceof PemsResult.Failure<?> failed && unanswered(failed.failure())) {
        store.failed(id, digest(target, pfaId), failed.failure().message());
        known.remove(id);
      } else if (known(id).unwritten() > 0 && answered(result)) {
        close(id);
      }
    } catch (DataAccessException e) {
      // The write is over and its result stands.
      log.warn("Whether {} takes writes could not be told: {}", id, e.getMessage());
    }
  }

  private void close(String connectionId) {
    if (store.answered(connectionId)) {
      log.info("PEMS takes writes again on {}", connectionId);
      signals.notify("vanguard_queue");
    }
    known.remove(connectionId);
  }

  private boolean probes(String connectionId) {
    known.remove(connectionId);
    return store.takeProbe(connectionId);
  }

  private static boolean unanswered(PemsFailure failure) {
    return failure instanceof PemsFailure.Transient || failure instanceof PemsFailure.Ambiguous;
  }

  /** Whether PEMS looked at the write and said something of it. */
  private static boolean answered(PemsResult<?> result) {
    return switch (result) {
      case PemsResult.Success<?> s -> true;
      case PemsResult.Failure<?> failed ->
          failed.failure() instanceof PemsFailure.Rejected
              || failed.failure() instanceof PemsFailure.Stale
              || failed.failure() instanceof PemsFailure.NotFound
              || failed.failure() instanceof PemsFailure.NeedsConfirmation;
    };
  }

  private static Duration pause(WriteCircuitStore.Row row) {
    return row.pause().compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : row.pause();
  }

  /** The table of connections tells of no record. */
  private static UUID digest(PemsTarget target, String pfaId) {
    String key = target.organization() + "/" + pfaId;
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  private WriteCircuitStore.Row known(String connectionId) {
    Known cached = known.get(connectionId);
    if (cached != null && cached.fresh()) {
      return cached.row();
    }
    WriteCircuitStore.Row row = store.find(connectionId).orElse(CLOSED);
    known.put(connectionId, new Known(row, System.nanoTime()));
    return row;
  }
}
