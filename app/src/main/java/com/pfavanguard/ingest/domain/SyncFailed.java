package com.pfavanguard.ingest.domain;

import com.pfavanguard.ingest.SyncError;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsResult;

/** Ends a read that must not touch the mirror. */
public final class SyncFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SyncError error;

  public SyncFailed(String code, String detail) {
    super(detail);
    this.error = new SyncError(code, detail);
  }

  public SyncError error() {
    return error;
  }

  /**
   * The value of an answer.
   *
   * @throws SyncFailed when there is none
   */
  public static <T> T orThrow(PemsResult<T> result) {
    return switch (result) {
      case PemsResult.Success<T>(T value) -> value;
      case PemsResult.Failure<T>(PemsFailure failure) -> throw of(failure);
    };
  }

  private static SyncFailed of(PemsFailure failure) {
    String said = failure.message();
    return switch (failure) {
      case PemsFailure.Transient f ->
          new SyncFailed("pems_unavailable", "PEMS could not be reached: " + said + ".");
      case PemsFailure.Ambiguous f ->
          new SyncFailed("pems_unavailable", "PEMS could not be reached: " + said + ".");
      case PemsFailure.RateLimited f ->
          new SyncFailed("pems_rate_limited", "PEMS asked us to slow down: " + said + ".");
      case PemsFailure.AuthExpired f ->
          new SyncFailed("pems_login", "PEMS did not accept our credentials: " + said);
      case PemsFailure.Garbled f ->
          new SyncFailed(
              "pems_garbled", "PEMS sent something that cannot be trusted: " + said + ".");
      case PemsFailure.Rejected f -> refused(said);
      case PemsFailure.Stale f -> refused(said);
      case PemsFailure.NotFound f -> refused(said);
      case PemsFailure.NeedsConfirmation f -> refused(said);
    };
  }

  private static SyncFailed refused(String said) {
    return new SyncFailed("pems_refused", "PEMS refused to be read: " + said);
  }
}
