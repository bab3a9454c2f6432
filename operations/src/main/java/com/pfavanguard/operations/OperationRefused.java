package com.pfavanguard.operations;

/**
 * An operation cannot keep its promise for a reason its user can act on. The message is one
 * complete line and holds no secret.
 */
public final class OperationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OperationRefused(String message) {
    super(message);
  }

  public OperationRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
