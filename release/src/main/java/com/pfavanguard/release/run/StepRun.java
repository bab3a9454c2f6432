package com.pfavanguard.release.run;

import static com.pfavanguard.release.definition.Definition.each;

import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Kind;
import com.pfavanguard.release.story.StepStory;

/** One step, from wherever the journal says it stands. */
final class StepRun {
  private final Course course;
  private final Pulse pulse;

  StepRun(Course course, Pulse pulse) {
    this.course = course;
    this.pulse = pulse;
  }

  void run(Step step) {
    if (course.story().step(step.id()).filter(StepStory::isEnded).isPresent()) {
      return;
    }
    pulse.untilFree();
    if (course.story().step(step.id()).isEmpty()) {
      course.tell(Kind.STEP_BEGUN, step.id());
    }
    new Acting(course, pulse).act(step);
    each(step.measures()).forEach(measure -> new Gate(course, pulse, step, measure).pass());
    each(step.asks()).forEach(ask -> new Questions(course, pulse).ask(step, ask));
    new Consents(course, pulse).await(step);
    pulse.beat(); // what was seen meanwhile comes before the end
    end(step);
  }

  private void end(Step step) {
    StepStory story = course.story().step(step.id()).orElseThrow();
    course.tell(
        Kind.STEP_ENDED,
        Json.object()
            .put("step", step.id())
            .put("outcome", "done")
            .put("seconds", story.elapsed(course.now()).toMillis() / 1000.0)
            .put("waitedSeconds", story.waited(course.now()).toMillis() / 1000.0));
  }
}
