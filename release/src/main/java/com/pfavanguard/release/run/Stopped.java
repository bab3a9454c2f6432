package com.pfavanguard.release.run;

/** Leaves whatever goes on because the release is over before anything was changed. */
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String outcome;

  /**
   * @param outcome {@code declined} or {@code stopped}
   */
  Stopped(String outcome, String because) {
    super(because, null, false, false);
    this.outcome = outcome;
  }

  String outcome() {
    return outcome;
  }
}
