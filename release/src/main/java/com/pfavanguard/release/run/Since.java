package com.pfavanguard.release.run;

import com.pfavanguard.release.definition.Definition.Measure;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.story.StepStory;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The anchor of a measurement's window: what lay before it colours no verdict (requirement 4). */
final class Since {
  private final Course course;

  Since(Course course) {
    this.course = course;
  }

  /** Completion, once it is there; in T-0 the step's begin; before it, the window's own. */
  Instant of(Step step, Measure measure) {
    Timetable timetable = new Timetable(course);
    if (!timetable.isUnderWay()) {
      return course.now().minus(longest(measure));
    }
    return timetable.completedAt().orElseGet(() -> begun(step));
  }

  private Instant begun(Step step) {
    return course.story().step(step.id()).map(StepStory::begunAt).orElse(course.now());
  }

  private Duration longest(Measure measure) {
    Duration window = orZero(course.scale().window(measure.window()));
    Duration extended = orZero(course.scale().window(measure.extend()));
    return window.compareTo(extended) > 0 ? window : extended;
  }

  private static Duration orZero(@Nullable Duration time) {
    return time == null ? Duration.ZERO : time;
  }
}
