package com.pfavanguard.writeback.store;

import com.pfavanguard.pems.PemsFailure;
import java.util.Map;

/** A failure as stored and shown: its kind in words and what PEMS said. */
public final class FailureJson {
  private FailureJson() {}

  public static Map<String, String> of(PemsFailure failure) {
    return Map.of("code", kind(failure), "message", failure.message());
  }

  private static String kind(PemsFailure failure) {
    return switch (failure) {
      case PemsFailure.Transient f -> "unavailable";
      case PemsFailure.RateLimited f -> "rate_limited";
      case PemsFailure.Rejected f -> "rejected";
      case PemsFailure.Stale f -> "stale";
      case PemsFailure.NotFound f -> "record_not_found";
      case PemsFailure.NotSent f -> "not_sent";
      case PemsFailure.SessionLost f -> "session_lost";
      case PemsFailure.AuthExpired f -> "not_authenticated";
      case PemsFailure.NeedsConfirmation f -> "needs_confirmation";
      case PemsFailure.Ambiguous f -> "answer_lost";
      case PemsFailure.Garbled f -> "garbled_answer";
    };
  }
}
