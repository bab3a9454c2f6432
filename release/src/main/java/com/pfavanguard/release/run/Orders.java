package com.pfavanguard.release.run;

import com.pfavanguard.release.people.Statement;
import com.pfavanguard.release.story.Held;
import com.pfavanguard.release.story.Story;

/**
 * Does what the journal says must be done now. Asked of the journal and not of the moment, so that
 * an order outlives the runner that heard it.
 */
final class Orders {
  private final Course course;

  Orders(Course course) {
    this.course = course;
  }

  /**
   * @throws Stopped when somebody declined or stopped the release
   * @throws GoBack when a trigger, a decision or a person sends it back
   */
  void obey() {
    Story story = course.story();
    if (story.back().isPresent()) {
      return;
    }
    stop(story);
    story
        .fired()
        .ifPresent(
            fired -> {
              throw new GoBack(fired.scope(), fired.because(), GoBack.RUNNER);
            });
    story.told(Statement.Kind.rollback).stream()
        .map(told -> told.statement())
        .forEach(
            order -> {
              throw new GoBack(order.value(), order.reason(), order.by());
            });
    story.holds().forEach(Orders::decided);
  }

  private static void stop(Story story) {
    story.told(Statement.Kind.approval).stream()
        .map(told -> told.statement())
        .filter(said -> said.value().equals("declined"))
        .forEach(
            said -> {
              throw new Stopped("declined", "%s declined".formatted(said.by()));
            });
  }

  private static void decided(Held hold) {
    Held.Decision decision = hold.decision();
    if (decision == null) {
      return;
    }
    if (decision.value().equals("rollback")) {
      throw new GoBack(hold.scope(), hold.why(), decision.by());
    }
    if (decision.value().equals("stop")) {
      throw new Stopped("stopped", decision.by() + " stopped it: " + decision.reason());
    }
  }
}
