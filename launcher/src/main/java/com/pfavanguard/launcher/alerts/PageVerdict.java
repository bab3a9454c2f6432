package com.pfavanguard.launcher.alerts;

/** Whether a page went out. */
public sealed interface PageVerdict {
  /** The pager took it. */
  record Working() implements PageVerdict {}

  /**
   * @param reason what kept it, for a person
   */
  record Broken(String reason) implements PageVerdict {}
}
