package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Chronicle;
import com.pfavanguard.release.story.Kind;
import com.pfavanguard.release.story.Story;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/** One release on its way: what is to be done, what was done, and the world it is done in. */
record Course(Definition definition, Release release, Chronicle chronicle, World world) {

  Story story() {
    return chronicle.story();
  }

  Instant now() {
    return world.pace().clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Scale scale() {
    return new Scale(story().plan().scale());
  }

  boolean isRunBy(String name) {
    return story().runners().stream().anyMatch(name::equalsIgnoreCase);
  }

  Entry tell(Kind kind, ObjectNode body) {
    return chronicle.tell(kind, body);
  }

  /** An entry about one step. */
  Entry tell(Kind kind, String step) {
    return tell(kind, Json.object().put("step", step));
  }
}
