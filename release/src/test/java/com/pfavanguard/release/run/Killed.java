package com.pfavanguard.release.run;

/** kill -9: an error that nobody catches. */
final class Killed extends Error {
  private static final long serialVersionUID = 1;

  Killed() {
    super("kill -9", null, false, false);
  }
}
