package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.Definition.Phase;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Back;
import com.pfavanguard.release.story.Chronicle;
import com.pfavanguard.release.story.Kind;
import com.pfavanguard.release.story.PhaseStory;
import com.pfavanguard.release.story.Story;
import java.time.Instant;

/**
 * Runs one release from wherever its journal says it stands. All that it knows is in the journal,
 * so a successor goes on as if it were the same.
 */
public final class Runner {
  private final Course course;
  private final Replanning replanning;
  private final Timetable timetable;
  private final Pulse pulse;

  /**
   * @param chronicle whose story has begun: see {@link Beginning}
   */
  public Runner(
      Definition definition, Release release, Chronicle chronicle, World world, Pins pins) {
    this.course = new Course(definition, release, chronicle, world);
    this.timetable = new Timetable(course);
    this.pulse = new Pulse(course);
    this.replanning = new Replanning(course, pulse, pins);
  }

  /**
   * Until the release is over.
   *
   * @return how it ended, as {@link Story#outcome}
   */
  public String run() {
    Story story = course.story();
    course.world().anchor().run(); // a predecessor may have died before it could
    if (story.outcome().isEmpty()) {
      end(way(story));
      course.world().anchor().run();
      course.world().audience().look(story, course.now());
    }
    return story.outcome();
  }

  private String way(Story story) {
    try {
      if (story.back().isEmpty()) {
        forward();
        return "complete";
      }
    } catch (GoBack order) {
      new GoingBack(course).begin(order);
    } catch (Stopped stopped) {
      return stopped.outcome();
    }
    new GoingBack(course).finish();
    afterwards();
    return story.back().filter(Back::isWhole).isPresent() ? "rolled back" : "rollback failed";
  }

  private void forward() {
    pulse.beat(); // orders that a predecessor heard
    for (Phase phase : course.definition().phases()) {
      if (!isEnded(phase)) {
        begin(phase);
        phase.steps().stream().filter(Step::isForForward).forEach(this::run);
        end(phase);
      }
    }
  }

  private void run(Step step) {
    new StepRun(course, pulse).run(step);
    replanning.afterStep(step);
  }

  private void begin(Phase phase) {
    replanning.check();
    if (course.story().phase(phase.id()).isPresent()) {
      return;
    }
    pulse.until(timetable.due(phase));
    if (Timetable.isDeployment(phase) && !timetable.isUnderWay()) {
      replanning.check();
      new Consents(course, pulse).renewAll();
    }
    tellBegin(phase);
  }

  private void tellBegin(Phase phase) {
    Instant due = timetable.due(phase);
    course.tell(
        Kind.PHASE_BEGUN,
        Json.object()
            .put("phase", phase.id())
            .put("due", due.toString())
            .put("late", timetable.isLate(phase, course.now())));
  }

  private void end(Phase phase) {
    course.tell(Kind.PHASE_ENDED, Json.object().put("phase", phase.id()));
    course.world().anchor().run();
  }

  /** After a rollback: what is to be recorded, told and signed all the same. */
  private void afterwards() {
    for (Phase phase : course.definition().phases()) {
      for (Step step : phase.steps()) {
        if (step.isForBack()) {
          new StepRun(course, pulse).run(step);
        }
      }
    }
  }

  private boolean isEnded(Phase phase) {
    return course.story().phase(phase.id()).map(PhaseStory::endedAt).isPresent();
  }

  private void end(String outcome) {
    course.tell(Kind.ENDED, Json.object().put("outcome", outcome));
  }
}
