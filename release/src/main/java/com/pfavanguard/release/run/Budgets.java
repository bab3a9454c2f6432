package com.pfavanguard.release.run;

import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Kind;
import com.pfavanguard.release.story.StepStory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Warns at four fifths of a step's budget, and at its end does what the definition declares. */
final class Budgets {
  private final Course course;

  Budgets(Course course) {
    this.course = course;
  }

  void check() {
    for (Step step : (Iterable<Step>) course.definition().steps()::iterator) {
      Optional<StepStory> story =
          course.story().step(step.id()).filter(each -> !each.isEnded() && step.budget() != null);
      story.ifPresent(each -> check(step, each));
    }
  }

  /** What is left of a step's budget; empty where it has none. */
  static Optional<Duration> left(Course course, Step step) {
    String budget = step.budget();
    return budget == null
        ? Optional.empty()
        : course
            .story()
            .step(step.id())
            .map(story -> Scale.written(budget).minus(story.elapsed(course.now())));
  }

  private void check(Step step, StepStory story) {
    Duration budget = Scale.written(String.valueOf(step.budget()));
    Duration elapsed = story.elapsed(course.now());
    if (!story.isWarned() && elapsed.compareTo(budget.multipliedBy(4).dividedBy(5)) >= 0) {
      course.tell(
          Kind.WARNED,
          Json.object().put("step", step.id()).put("why", "80 % of " + step.budget() + " is used"));
    }
    if (!story.isBreached() && elapsed.compareTo(budget) >= 0) {
      breach(step);
    }
  }

  private void breach(Step step) {
    String action = step.onBreach() == null ? "warn" : step.onBreach();
    course.tell(
        Kind.BREACHED,
        Json.object().put("step", step.id()).put("budget", step.budget()).put("action", action));
    String why = "%s took longer than its %s".formatted(step.id(), step.budget());
    boolean underWay = new Timetable(course).isUnderWay();
    if (action.equals("rollback") && underWay) {
      new Alarms(course).fire("budget." + step.id(), "immediate", "all", why);
    } else if (!action.equals("warn")) {
      new Holds(course)
          .begin(
              new Holds.Question(
                  "budget." + step.id(),
                  why,
                  "all",
                  underWay ? List.of("go-on", "rollback") : List.of("go-on", "stop"),
                  null,
                  null));
    }
  }
}
