package com.pfavanguard.operations.publish;

import java.io.IOException;

/** What caches our files near the people. */
@FunctionalInterface
public interface Cdn {
  /**
   * Has everything asked for anew.
   *
   * @param reference the same one again has no further effect
   * @return the CDN's name for it
   */
  String invalidateAll(String reference) throws IOException;
}
