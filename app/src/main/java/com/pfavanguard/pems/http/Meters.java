package com.pfavanguard.pems.http;

import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * pfa_pems_requests_total and pfa_pems_request_duration_seconds, one count per HTTP request; every
 * label is there from the start.
 */
public final class Meters {
  private static final List<String> OUTCOMES =
      List.of(
          "success",
          "transient",
          "rate_limited",
          "rejected",
          "stale",
          "not_found",
          "session_lost",
          "auth_expired",
          "needs_confirmation",
          "ambiguous",
          "garbled");

  private final MeterRegistry registry;

  public Meters(MeterRegistry registry) {
    this.registry = registry;
    for (Operation operation : Operation.values()) {
      OUTCOMES.forEach(outcome -> requests(operation, outcome));
      duration(operation);
    }
  }

  void count(Operation operation, PemsResult<?> result, long nanos) {
    requests(operation, outcome(result)).increment();
    duration(operation).record(nanos, TimeUnit.NANOSECONDS);
  }

  private Counter requests(Operation operation, String outcome) {
    return registry.counter("pfa.pems.requests", "operation", name(operation), "outcome", outcome);
  }

  private Timer duration(Operation operation) {
    return registry.timer("pfa.pems.request.duration", "operation", name(operation));
  }

  static String name(Operation operation) {
    return operation.name().toLowerCase(Locale.ROOT);
  }

  static String outcome(PemsResult<?> result) {
    return switch (result) {
      case PemsResult.Success<?> success -> "success";
      case PemsResult.Failure<?> failed ->
          switch (failed.failure()) {
            case PemsFailure.Transient f -> "transient";
            case PemsFailure.RateLimited f -> "rate_limited";
            case PemsFailure.Rejected f -> "rejected";
            case PemsFailure.Stale f -> "stale";
            case PemsFailure.NotFound f -> "not_found";
            case PemsFailure.SessionLost f -> "session_lost";
            case PemsFailure.AuthExpired f -> "auth_expired";
            case PemsFailure.NeedsConfirmation f -> "needs_confirmation";
            case PemsFailure.Ambiguous f -> "ambiguous";
            case PemsFailure.Garbled f -> "garbled";
            case PemsFailure.NotSent f -> throw new IllegalArgumentException("nothing was sent");
          };
    };
  }
}
