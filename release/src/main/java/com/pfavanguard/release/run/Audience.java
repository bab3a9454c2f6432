package com.pfavanguard.release.run;

import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.story.Story;
import java.time.Instant;

/** Who watches a release. Called by the runner's thread, except {@link #progress}. */
public interface Audience {
  /** Nobody. */
  Audience NONE = new Audience() {};

  /** An entry that is on disk. */
  default void entry(Entry entry) {}

  /** Time has passed. */
  default void look(Story story, Instant now) {}

  /** A line of an actor at work; any thread. */
  default void progress(String line) {}
}
