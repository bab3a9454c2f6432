package com.pfavanguard.release.run;

/**
 * Leaves whatever goes on, however deep, for the way back. Thrown and not returned because every
 * wait, gate and act must give way to it.
 */
final class GoBack extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Who goes back where nobody was asked. */
  static final String RUNNER = "the runner";

  private final String scope;
  private final String because;
  private final String by;

  /**
   * @param by a person, or the runner
   */
  GoBack(String scope, String because, String by) {
    super("back (%s): %s".formatted(scope, because), null, false, false);
    this.scope = scope;
    this.because = because;
    this.by = by;
  }

  String scope() {
    return scope;
  }

  String because() {
    return because;
  }

  String by() {
    return by;
  }
}
