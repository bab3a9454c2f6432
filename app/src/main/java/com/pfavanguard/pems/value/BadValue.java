package com.pfavanguard.pems.value;

/** A value from PEMS that does not say what its type demands; the message ends a sentence. */
public final class BadValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadValue(String message) {
    super(message);
  }

  public BadValue(String message, Throwable cause) {
    super(message, cause);
  }
}
