package com.pfavanguard.release.lines;

import java.util.Locale;

/** What a line of the paper checklist is. */
public enum LineKind {
  /** {@code - [ ]}: something to be done or decided. */
  BOX(true),
  /** A value, or a choice such as Yes / No, to be filled in. */
  BLANK(true),
  /** A command in a block. */
  COMMAND(true),
  HEADING(false),
  PROSE(false);

  private final boolean mustBeMapped;

  LineKind(boolean mustBeMapped) {
    this.mustBeMapped = mustBeMapped;
  }

  public boolean mustBeMapped() {
    return mustBeMapped;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LineKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
