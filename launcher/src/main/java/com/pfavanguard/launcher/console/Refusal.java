package com.pfavanguard.launcher.console;

/**
 * A command cannot keep its promise for a reason its user can act on. The message is one complete
 * line for the console; the command exits with 1.
 */
public final class Refusal extends RuntimeException {
  public Refusal(String message) {
    super(message);
  }

  public Refusal(String message, Throwable cause) {
    super(message, cause);
  }
}
