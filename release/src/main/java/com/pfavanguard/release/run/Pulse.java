package com.pfavanguard.release.run;

import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Held;
import com.pfavanguard.release.story.Kind;
import com.pfavanguard.release.story.StepStory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What goes on whatever else does: listening, watching, keeping budgets, obeying. */
final class Pulse {
  static final Duration BEAT = Duration.ofSeconds(1);

  private final Course course;
  private final Ears ears;
  private final Watch watch;
  private final Holds holds;
  private final Budgets budgets;
  private final Orders orders;

  Pulse(Course course) {
    this.course = course;
    this.ears = new Ears(course);
    this.watch = new Watch(course, new Timetable(course));
    this.holds = new Holds(course);
    this.budgets = new Budgets(course);
    this.orders = new Orders(course);
  }

  /**
   * One beat, between two moments of whatever else goes on.
   *
   * @throws GoBack when it must be left for the way back
   * @throws Stopped when it is over
   */
  void beat() {
    ears.listen();
    watch.look();
    holds.settle();
    budgets.check();
    course.world().audience().look(course.story(), course.now());
    orders.obey();
  }

  /** Lets time pass until then, with a beat each second. */
  void until(Instant moment) {
    until(() -> !course.now().isBefore(moment));
  }

  void until(BooleanSupplier condition) {
    beat();
    while (!condition.getAsBoolean()) {
      course.world().pace().pass(BEAT);
      beat();
    }
  }

  /** Nothing begins while anything is held. */
  void untilFree() {
    until(() -> course.story().openHolds().isEmpty());
  }

  /** Waits for a person: time that is nobody's budget. */
  void untilPerson(String step, String what, BooleanSupplier answered) {
    beat();
    if (answered.getAsBoolean()) {
      return;
    }
    course.tell(Kind.WAITING, Json.object().put("step", step).put("for", what));
    until(answered);
    if (course.story().step(step).filter(StepStory::isEnded).isEmpty()) {
      course.tell(Kind.WAITED, step);
    }
  }

  /** Asks for a decision and waits for it. */
  String decide(String step, String why, List<String> choices) {
    holds.begin(new Holds.Question(step, why, "all", choices, null, null));
    untilPerson(step, "a decision: " + why, () -> !isHeld(step));
    return course.story().hold(step).map(Held::decision).map(Held.Decision::value).orElse("");
  }

  private boolean isHeld(String id) {
    return course.story().hold(id).filter(Held::isOpen).isPresent();
  }
}
