package com.pfavanguard.release.rehearsal;

import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.run.Audience;
import com.pfavanguard.release.story.Story;
import java.time.Instant;

/** Two who watch. */
record Both(Audience one, Audience other) implements Audience {
  @Override
  public void entry(Entry entry) {
    one.entry(entry);
    other.entry(entry);
  }

  @Override
  public void look(Story story, Instant now) {
    one.look(story, now);
    other.look(story, now);
  }

  @Override
  public void progress(String line) {
    one.progress(line);
    other.progress(line);
  }
}
