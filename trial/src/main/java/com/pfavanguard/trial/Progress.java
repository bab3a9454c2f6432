package com.pfavanguard.trial;

import java.io.PrintStream;
import java.util.function.Consumer;

/** Lines on standard error, each with the seconds since the trial began. */
final class Progress implements Consumer<String> {
  private static final double NANOS = 1e9;

  private final PrintStream out;
  private final long begun = System.nanoTime();

  Progress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void accept(String line) {
    out.println("%6.1f s  %s".formatted((System.nanoTime() - begun) / NANOS, line));
  }
}
