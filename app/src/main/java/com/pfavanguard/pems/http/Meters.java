package com.pfavanguard.pems.http;

import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsResult;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** pfa_pems_requests_total and pfa_pems_request_duration_seconds, one count per HTTP request. */
public final class Meters {
  private final MeterRegistry registry;

  public Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(Operation operation, PemsResult<?> result, long nanos) {
    String name = operation.name().toLowerCase(Locale.ROOT);
    registry
        .counter("pfa.pems.requests", "operation", name, "outcome", outcome(result))
        .increment();
    registry
        .timer("pfa.pems.request.duration", "operation", name)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private static String outcome(PemsResult<?> result) {
    return switch (result) {
      case PemsResult.Success<?> success -> "success";
      case PemsResult.Failure<?>(PemsFailure failure) ->
          switch (failure) {
            case PemsFailure.Transient f -> "transient";
            case PemsFailure.RateLimited f -> "rate_limited";
            case PemsFailure.Rejected f -> "rejected";
            case PemsFailure.Stale f -> "stale";
            case PemsFailure.NotFound f -> "not_found";
            case PemsFailure.AuthExpired f -> "auth_expired";
            case PemsFailure.NeedsConfirmation f -> "needs_confirmation";
            case PemsFailure.Ambiguous f -> "ambiguous";
            case PemsFailure.Garbled f -> "garbled";
          };
    };
  }
}
