package com.pfavanguard.pems;

/** The outcome of one call to PEMS. */
public sealed interface PemsResult<T> {
  record Success<T>(T value) implements PemsResult<T> {}

  record Failure<T>(PemsFailure failure) implements PemsResult<T> {}

  static <T> PemsResult<T> success(T value) {
    return new Success<>(value);
  }

  static <T> PemsResult<T> failure(PemsFailure failure) {
    return new Failure<>(failure);
  }
}
