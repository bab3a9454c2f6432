package com.pfavanguard.ingest.run;

import com.pfavanguard.ingest.domain.SyncFailed;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks PEMS again for what came badly: a read has hundreds of pages, and one bad answer must not
 * cost them all.
 *
 * @param delays pause before each further try
 */
record Patience(List<Duration> delays) {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /**
   * @throws SyncFailed of the last try; at once when records moved, for then the page is not at
   *     fault
   */
  <T> T ask(Supplier<T> question) {
    for (Duration delay : delays) {
      try {
        return question.get();
      } catch (SyncFailed e) {
        if (e.moved()) {
          throw e;
        }
        pause(longer(delay, Objects.requireNonNullElse(e.pause(), Duration.ZERO)), e);
      }
    }
    return question.get();
  }

  private static Duration longer(Duration ours, Duration theirs) {
    Duration wait = ours.compareTo(theirs) < 0 ? theirs : ours;
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  private static void pause(Duration wait, SyncFailed cause) {
    try {
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cause;
    }
  }
}
