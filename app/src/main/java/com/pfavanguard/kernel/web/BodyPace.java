package com.pfavanguard.kernel.web;

import com.pfavanguard.kernel.ApiException;
import java.time.Duration;

/** How slowly a body may come in: its patience, and a second more for each 16 KiB that came. */
final class BodyPace {
  private static final long BYTES_PER_SECOND = 16 * 1024;

  private final long start = System.nanoTime();
  private final Duration patience;

  BodyPace(Duration patience) {
    this.patience = patience;
  }

  /**
   * @throws ApiException 408 {@code body_too_slow}
   */
  void check(long bytes) {
    if (isLost(bytes)) {
      throw ApiException.refused(408, "body_too_slow", "The body of this request came too slowly.");
    }
  }

  boolean isLost(long bytes) {
    Duration due = patience.plusSeconds(bytes / BYTES_PER_SECOND);
    return System.nanoTime() - start > due.toNanos();
  }
}
