package com.pfavanguard.kernel.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where later work belongs, in the form of the W3C's traceparent; it can be stored.
 *
 * @param traceparent of the span that caused it; null when nothing was traced
 * @param links spans of other traces that it serves too
 */
public record Origin(@Nullable String traceparent, List<String> links) {
  public static final Origin NONE = new Origin(null, List.of());

  /** Work that is done again and again for more callers keeps the newest of them. */
  private static final int MOST_LINKS = 32;

  public Origin {
    links = List.copyOf(links);
  }

  /** The same work, which now serves a later caller too. */
  public Origin joinedBy(Origin later) {
    if (traceparent == null || later.traceparent == null) {
      return traceparent == null ? later : this;
    }
    List<String> all = new java.util.ArrayList<>(links);
    all.add(later.traceparent);
    return new Origin(traceparent, all.subList(Math.max(0, all.size() - MOST_LINKS), all.size()));
  }
}
