package com.pfavanguard.release.adapter;

import tools.jackson.databind.node.ObjectNode;

/** How an act ended. */
public sealed interface Deed {

  /**
   * Done.
   *
   * @param facts a tree that measurements of the source {@code journal} read by path: {@code
   *     {"flag": {"auto_sync": {"rowsChanged": 1}}}} answers {@code flag/auto_sync/rowsChanged}.
   *     Truth is 1 or 0; times are ISO 8601; durations are seconds, sizes bytes.
   */
  record Done(ObjectNode facts) implements Deed {}

  /** Refused or broken; the observer says what is left of it. */
  record Failed(String why) implements Deed {}
}
