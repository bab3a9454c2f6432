package com.pfavanguard.pems.budget;

import com.pfavanguard.pems.ConnectionState;
import com.pfavanguard.pems.ConnectionStates;
import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsResult;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Learns from every call how a connection is doing and tells all processes: opens its circuit,
 * holds it, slows it down. Safe for many threads.
 */
@Component
public class ConnectionWatch implements ConnectionStates {
  private static final Logger log = LoggerFactory.getLogger(ConnectionWatch.class);
  private static final long FRESH_NANOS = 250_000_000;
  private static final double AFTER_429 = 0.5;
  private static final double WHEN_SLOW = 0.8;
  private static final Duration PAUSE_UNASKED = Duration.ofSeconds(1);
  private static final Duration STORE_PAUSE = Duration.ofSeconds(2);

  private final ConnectionStateStore store;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<String, Latency> latencies = new ConcurrentHashMap<>();

  ConnectionWatch(ConnectionStateStore store) {
    this.store = store;
  }

  /** What was last read; {@code failure} says why calls must wait, null when they need not. */
  private record Known(
      double share, boolean troubled, PemsFailure.@Nullable NotSent failure, long at) {
    boolean fresh() {
      return System.nanoTime() - at < FRESH_NANOS;
    }
  }

  /** Whether calls may be sent, and at which share of the budget. */
  sealed interface Standing {
    record Callable(double share) implements Standing {}

    record Paused(PemsFailure.NotSent why) implements Standing {}
  }

  @Override
  public Optional<ConnectionState> find(String connectionId) {
    return store.find(connectionId).map(ConnectionStateStore.Look::state);
  }

  @Override
  public boolean callable(String connectionId) {
    return standing(connectionId) instanceof Standing.Callable;
  }

  Standing standing(String connectionId) {
    Known now = known(connectionId);
    return now.failure() == null
        ? new Standing.Callable(now.share())
        : new Standing.Paused(now.failure());
  }

  /** The budget's store cannot be reached: nothing is sent by this process for a moment. */
  PemsFailure.NotSent storeAway(String connectionId, RuntimeException cause) {
    log.warn("The request budget of {} cannot be reached: {}", connectionId, cause.getMessage());
    var failure = new PemsFailure.NotSent("The request budget cannot be reached.", STORE_PAUSE);
    known.put(
        connectionId,
        new Known(1, true, failure, System.nanoTime() + STORE_PAUSE.toNanos() - FRESH_NANOS));
    return failure;
  }

  /**
   * Learns from a call that was sent.
   *
   * @param single whether it was about one record, so that its time can be compared with others'
   */
  public void learn(PemsConnection connection, PemsResult<?> result, boolean single, long nanos) {
    try {
      switch (result) {
        case PemsResult.Failure<?> failed -> learn(connection.id(), failed.failure());
        case PemsResult.Success<?> s -> answered(connection.id());
      }
      if (single && latency(connection).slowAfter(nanos)) {
        slowDown(connection.id(), WHEN_SLOW, Duration.ZERO);
      }
    } catch (DataAccessException e) {
      // The call is over and its result stands; the next one asks the budget, and is refused.
      log.warn("How {} is doing could not be told: {}", connection.id(), e.getMessage());
    }
  }

  private void learn(String connectionId, PemsFailure failure) {
    switch (failure) {
      case PemsFailure.Transient f -> failed(connectionId, f.message(), BreakerRule.UNANSWERED);
      case PemsFailure.Ambiguous f -> failed(connectionId, f.message(), BreakerRule.UNANSWERED);
      case PemsFailure.AuthExpired f ->
          failed(connectionId, f.message(), BreakerRule.REFUSED_LOGIN);
      case PemsFailure.RateLimited f ->
          slowDown(
              connectionId, AFTER_429, f.retryAfter() == null ? PAUSE_UNASKED : f.retryAfter());
      case PemsFailure.NotSent f -> {}
      case PemsFailure.Rejected f -> answered(connectionId);
      case PemsFailure.Stale f -> answered(connectionId);
      case PemsFailure.NotFound f -> answered(connectionId);
      case PemsFailure.SessionLost f -> answered(connectionId);
      case PemsFailure.NeedsConfirmation f -> answered(connectionId);
      case PemsFailure.Garbled f -> answered(connectionId);
    }
  }

  private void failed(String connectionId, String message, BreakerRule rule) {
    store.failed(connectionId, message, rule);
    known.remove(connectionId);
  }

  private void answered(String connectionId) {
    if (known(connectionId).troubled()) {
      store.answered(connectionId);
      known.remove(connectionId);
    }
  }

  private void slowDown(String connectionId, double factor, Duration pause) {
    store.slowDown(connectionId, factor, pause);
    known.remove(connectionId);
  }

  private Latency latency(PemsConnection connection) {
    return latencies.computeIfAbsent(connection.id(), _ -> new Latency());
  }

  private Known known(String connectionId) {
    Known cached = known.get(connectionId);
    if (cached != null && cached.fresh()) {
      return cached;
    }
    Known read = look(connectionId);
    known.put(connectionId, read);
    return read;
  }

  private Known look(String connectionId) {
    long now = System.nanoTime();
    return store
        .find(connectionId)
        .map(
            look ->
                new Known(look.state().share(), look.state().failures() > 0, failure(look), now))
        .orElseGet(() -> new Known(1, false, null, now));
  }

  private static PemsFailure.@Nullable NotSent failure(ConnectionStateStore.Look look) {
    if (look.state().open()) {
      Duration pause = look.pause().compareTo(PAUSE_UNASKED) < 0 ? PAUSE_UNASKED : look.pause();
      return new PemsFailure.NotSent(
          "PEMS is away (" + look.state().lastFailure() + "); it is tried again.", pause);
    }
    return look.pause().isZero()
        ? null
        : new PemsFailure.NotSent("PEMS asked for a pause.", look.pause());
  }
}
