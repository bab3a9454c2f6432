package com.pfavanguard.operations.messages;

/** One try failed. The message holds no secret. */
public final class Unsent extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean worthRepeating;

  Unsent(String message, boolean worthRepeating, Throwable cause) {
    super(message, cause);
    this.worthRepeating = worthRepeating;
  }

  Unsent(String message, boolean worthRepeating) {
    super(message);
    this.worthRepeating = worthRepeating;
  }

  boolean worthRepeating() {
    return worthRepeating;
  }
}
