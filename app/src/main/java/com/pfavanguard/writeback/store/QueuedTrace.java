package com.pfavanguard.writeback.store;

import com.pfavanguard.kernel.trace.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An origin as it stands in two columns of the queue. */
final class QueuedTrace {
  private QueuedTrace() {}

  static Origin origin(@Nullable String traceparent, @Nullable String links) {
    return traceparent == null
        ? Origin.NONE
        : new Origin(traceparent, links == null ? List.of() : List.of(links.split(" ")));
  }

  static @Nullable String links(Origin origin) {
    return origin.links().isEmpty() ? null : String.join(" ", origin.links());
  }
}
