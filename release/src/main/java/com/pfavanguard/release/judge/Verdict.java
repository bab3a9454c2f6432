package com.pfavanguard.release.judge;

/** What a gate says (requirement 2). There is no sixth: what is not known is never good news. */
public enum Verdict {
  /** Measured, enough of it, and within the limit. */
  PASS,
  /** Measured, and beyond the limit. */
  FAIL,
  /** The source answered, and had nothing to say. */
  NO_DATA,
  /** Within the limit so far, but too few observations to say so with confidence. */
  UNDERPOWERED,
  /** The source did not answer, or answered something that is no measurement. */
  ERROR;

  public boolean opensGate() {
    return this == PASS;
  }
}
