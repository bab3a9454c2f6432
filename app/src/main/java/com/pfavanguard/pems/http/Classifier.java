package com.pfavanguard.pems.http;

import com.pfavanguard.pems.PemsFailure;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * The one table of what an answer, or its absence, means. Source: docs/pems-protocol.md, Envelope
 * and Concurrency.
 *
 * <p>A write that was sent and not clearly answered is Ambiguous: it may have had its effect. A
 * read in the same place is Transient.
 */
public final class Classifier {
  /** Documents give this alert no Name, but all of them the same text. */
  private static final String STALE_TEXT = "modified by another user";

  private Classifier() {}

  /** Empty when status and alerts say success. */
  public static Optional<PemsFailure> failure(
      Operation operation, AnswerStatus status, Alerts alerts) {
    if (!alerts.errors().isEmpty()) {
      return Optional.of(alerted(operation, status, alerts));
    }
    if (!alerts.questions().isEmpty()) {
      return Optional.of(new PemsFailure.NeedsConfirmation(Alerts.text(alerts.questions())));
    }
    return status.successful() ? Optional.empty() : Optional.of(refused(operation, status, ""));
  }

  private static PemsFailure alerted(Operation operation, AnswerStatus status, Alerts alerts) {
    String text = Alerts.text(alerts.errors());
    if (alerts.errorSays("NoSessionException")) {
      return new PemsFailure.SessionLost(text);
    }
    if (alerts.errorSays("Authorization failed")) {
      return new PemsFailure.AuthExpired(text);
    }
    if (alerts.errorSays(STALE_TEXT)) {
      return new PemsFailure.Stale(text);
    }
    if (alerts.errorSays("Record not found")) {
      return new PemsFailure.NotFound(text);
    }
    return status.successful()
        ? new PemsFailure.Rejected(text)
        : refused(operation, status, ": " + text);
  }

  private static PemsFailure refused(Operation operation, AnswerStatus status, String text) {
    String message = "PEMS answered " + status.code() + text;
    return switch (status.code()) {
      case 401 -> new PemsFailure.AuthExpired(message);
      case 429 -> new PemsFailure.RateLimited(message, status.retryAfter());
      // The service is down: the request went no further.
      case 503 -> new PemsFailure.Transient(message);
      default -> status.code() >= 500 ? unanswered(operation, message) : rejected(message, text);
    };
  }

  private static PemsFailure rejected(String message, String text) {
    return new PemsFailure.Rejected(text.isEmpty() ? message : text.substring(2));
  }

  /** A request that got no answer at all. */
  public static PemsFailure failure(Operation operation, Exception cause) {
    return switch (cause) {
      case HttpConnectTimeoutException e ->
          new PemsFailure.Transient("PEMS did not take the connection in time");
      case HttpTimeoutException e -> unanswered(operation, "PEMS did not answer in time");
      case TimeoutException e -> unanswered(operation, "PEMS did not answer in time");
      case ConnectException e -> new PemsFailure.Transient("PEMS refused the connection");
      case SSLHandshakeException e ->
          new PemsFailure.Transient("no secure connection to PEMS: " + e.getMessage());
      case InterruptedException e -> unanswered(operation, "this process is stopping");
      default -> unanswered(operation, "the connection to PEMS was cut: " + cause.getMessage());
    };
  }

  /** An answer whose status says success and whose body cannot be understood. */
  public static PemsFailure garbled(Operation operation, String message) {
    return operation.writes()
        ? new PemsFailure.Ambiguous(message)
        : new PemsFailure.Garbled(message);
  }

  private static PemsFailure unanswered(Operation operation, String message) {
    return operation.writes()
        ? new PemsFailure.Ambiguous(message)
        : new PemsFailure.Transient(message);
  }
}
