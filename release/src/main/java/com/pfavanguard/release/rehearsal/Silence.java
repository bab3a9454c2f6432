package com.pfavanguard.release.rehearsal;

import com.pfavanguard.operations.Progress;

/** Nobody waits for what is told. */
record Silence() implements Progress {
  @Override
  public void status(String text) {}

  @Override
  public void say(String line) {}
}
