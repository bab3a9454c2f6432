package com.pfavanguard.release.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One phase.
 *
 * @param late began after its deadline, and is marked so
 */
public record PhaseStory(Instant due, Instant begunAt, boolean late, @Nullable Instant endedAt) {

  PhaseStory ended(Instant at) {
    return new PhaseStory(due, begunAt, late, at);
  }
}
