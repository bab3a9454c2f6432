package com.pfavanguard.simulator.value;

/** A text or structure that does not say a value of the wanted type. */
public final class InvalidValue extends IllegalArgumentException {
  public InvalidValue(String message) {
    super(message);
  }

  public InvalidValue(String message, Throwable cause) {
    super(message, cause);
  }
}
