package com.pfavanguard.writeback.store;

import com.pfavanguard.pems.PemsAnswer;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.writeback.domain.Outcome;
import com.pfavanguard.writeback.domain.SentRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failure as stored and shown: its kind in words and what PEMS said. */
public final class FailureJson {
  private FailureJson() {}

  public static Map<String, String> of(PemsFailure failure) {
    return Map.of("code", kind(failure), "message", failure.message());
  }

  /** The same with what was asked of PEMS and how it answered; they hold amounts. */
  static Map<String, @Nullable Object> of(Outcome.Failed failed) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(of(failed.failure()));
    SentRequest request = failed.request();
    if (request != null) {
      Map<String, @Nullable Object> sent = new LinkedHashMap<>();
      sent.put("action", request.action());
      sent.put("recordid", request.recordid());
      sent.put("sentAt", request.sentAt().toString());
      sent.put("fields", request.fields().toTexts());
      json.put("request", sent);
    }
    PemsAnswer answer = failed.answer();
    if (answer != null) {
      // A NUL cannot be stored, and says nothing.
      String body = answer.body().replace("\u0000", "");
      json.put("response", Map.of("status", answer.status(), "body", body));
    }
    return json;
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
