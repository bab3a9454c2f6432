package com.pfavanguard.pems;

import org.jspecify.annotations.Nullable;

/** The outcome of one call to PEMS. */
public sealed interface PemsResult<T> {
  record Success<T>(T value) implements PemsResult<T> {}

  /**
   * @param answer that the failure was read from; null when there was none
   */
  record Failure<T>(PemsFailure failure, @Nullable PemsAnswer answer) implements PemsResult<T> {

    /** The same failure of a call for something else. */
    public <U> Failure<U> as() {
      return new Failure<>(failure, answer);
    }
  }

  static <T> PemsResult<T> success(T value) {
    return new Success<>(value);
  }

  static <T> PemsResult<T> failure(PemsFailure failure) {
    return new Failure<>(failure, null);
  }
}
