package com.pfavanguard.secrets;

/** A place of secrets could not be asked, or did not let us in. The message holds no secret. */
public final class SecretUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean refused;

  /**
   * @param refused whether we were understood and not let in
   */
  public SecretUnavailable(String message, boolean refused) {
    super(message);
    this.refused = refused;
  }

  public boolean refused() {
    return refused;
  }
}
