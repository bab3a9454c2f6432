package com.pfavanguard.ingest.domain;

import com.pfavanguard.ingest.SyncError;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a read that must not touch the mirror. */
public final class SyncFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SyncError error;
  private final boolean moved;
  private final transient @Nullable Duration pause;

  public SyncFailed(String code, String detail) {
    this(code, detail, false, null);
  }

  private SyncFailed(String code, String detail, boolean moved, @Nullable Duration pause) {
    this(new SyncError(code, detail), moved, pause);
  }

  private SyncFailed(SyncError error, boolean moved, @Nullable Duration pause) {
    super(error.detail());
    this.error = error;
    this.moved = moved;
    this.pause = pause;
  }

  /** Records came or went while they were read: another pass may find them at rest. */
  public static SyncFailed moved(String code, String detail) {
    return new SyncFailed(code, detail, true, null);
  }

  /** More records are gone from PEMS than may go unasked, or others than were agreed to. */
  public static SyncFailed removing(String code, String detail, long removals) {
    return new SyncFailed(new SyncError(code, detail, removals), false, null);
  }

  /** Whether a new pass from the first page on is the way out; else the page alone may be. */
  public boolean moved() {
    return moved;
  }

  /** How long PEMS asked us to wait; null when it did not say. */
  public @Nullable Duration pause() {
    return pause;
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
      case PemsResult.Failure<T> failed -> throw of(failed.failure());
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
          new SyncFailed(
              "pems_rate_limited",
              "PEMS asked us to slow down: " + said + ".",
              false,
              f.retryAfter());
      case PemsFailure.NotSent f -> new SyncFailed("pems_unavailable", said, false, f.retryAfter());
      case PemsFailure.SessionLost f ->
          new SyncFailed("pems_login", "PEMS lost our session again and again: " + said);
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
