package com.pfavanguard.pems;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a call to PEMS did not succeed, in the terms its caller must decide in. Messages hold no
 * secret.
 */
public sealed interface PemsFailure {
  String message();

  /**
   * Nothing was changed in PEMS and trying again later may succeed: refused connection, 5xx before
   * an effect.
   */
  record Transient(String message) implements PemsFailure {}

  /** 429: try again after the given time, or when the caller sees fit. */
  record RateLimited(String message, @Nullable Duration retryAfter) implements PemsFailure {}

  /** PEMS understood and said no; the same request will be refused again. */
  record Rejected(String message) implements PemsFailure {}

  /** The recordid sent is no longer the record's. */
  record Stale(String message) implements PemsFailure {}

  record NotFound(String message) implements PemsFailure {}

  /** The session was lost, again and again although we signed in anew; nothing was changed. */
  record SessionLost(String message) implements PemsFailure {}

  /** The credentials are not good. */
  record AuthExpired(String message) implements PemsFailure {}

  /** A ConfirmationAlert: valid, but PEMS wants a person's answer to a question. */
  record NeedsConfirmation(String message) implements PemsFailure {}

  /** The request may or may not have had its effect: timeout or cut connection after sending. */
  record Ambiguous(String message) implements PemsFailure {}

  /** The answer breaks the protocol: truncated JSON, a missing key, a value of another type. */
  record Garbled(String message) implements PemsFailure {}

  /**
   * PEMS was not asked: its circuit is open, it asked for a pause, or the request budget cannot be
   * reached. Says nothing of the record, so it uses up no attempt.
   *
   * @param retryAfter when asking may work again
   */
  record NotSent(String message, Duration retryAfter) implements PemsFailure {}
}
