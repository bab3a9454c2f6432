package com.pfavanguard.release.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that stops everything until it is decided.
 *
 * @param id of the trigger, gate or step that asks
 * @param entry number of the entry that began it: what was said before does not answer it
 * @param choices that may be answered
 * @param deadline when {@code otherwise} decides; none waits for ever
 */
public record Held(
    String id,
    long entry,
    Instant since,
    String why,
    String scope,
    List<String> choices,
    @Nullable Instant deadline,
    @Nullable String otherwise,
    @Nullable Decision decision) {

  /** How it was decided; {@code by} nobody where the deadline did. */
  public record Decision(String value, String by, String reason, Instant at) {}

  Held decided(Decision how) {
    return new Held(id, entry, since, why, scope, choices, deadline, otherwise, how);
  }

  public boolean isOpen() {
    return decision == null;
  }
}
