package com.pfavanguard.traffic;

import java.util.Locale;

/** The two places a version can run in; each release takes the one that is idle. */
public enum Colour {
  BLUE,
  GREEN;

  public Colour other() {
    return this == BLUE ? GREEN : BLUE;
  }

  /** As it is written in commands, files and the header {@code X-Vanguard-Colour}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when the text is neither blue nor green
   */
  public static Colour named(String text) {
    return valueOf(text.strip().toUpperCase(Locale.ROOT));
  }
}
