package com.pfavanguard.simulator.settings;

import java.util.function.UnaryOperator;

/** The switches as they stand now. */
public final class CurrentSettings {
  private volatile Settings settings;

  public CurrentSettings(Settings settings) {
    this.settings = settings;
  }

  public Settings get() {
    return settings;
  }

  /** All of a change or, when it throws, nothing of it. */
  public synchronized Settings change(UnaryOperator<Settings> change) {
    settings = change.apply(settings);
    return settings;
  }
}
