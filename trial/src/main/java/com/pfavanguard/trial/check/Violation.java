package com.pfavanguard.trial.check;

/** A promise broken, and where. */
public record Violation(Promise promise, String what) {
  @Override
  public String toString() {
    return promise + ": " + what;
  }
}
