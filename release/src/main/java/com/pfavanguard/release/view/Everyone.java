package com.pfavanguard.release.view;

import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.run.Audience;
import com.pfavanguard.release.story.Story;
import java.time.Instant;
import java.util.List;

/** Several who watch. */
public record Everyone(List<Audience> audience) implements Audience {
  @Override
  public void entry(Entry entry) {
    audience.forEach(each -> each.entry(entry));
  }

  @Override
  public void look(Story story, Instant now) {
    audience.forEach(each -> each.look(story, now));
  }

  @Override
  public void progress(String line) {
    audience.forEach(each -> each.progress(line));
  }
}
