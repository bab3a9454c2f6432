package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.definition.Definition.Action;
import com.pfavanguard.release.definition.Definition.Phase;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.definition.Effect;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Back;
import com.pfavanguard.release.story.Kind;
import com.pfavanguard.release.story.StepStory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The way back: undoes, last first, what T-0 has done within the scope. Never touches data: a
 * migration only adds, and stays.
 */
final class GoingBack {
  private static final int ATTEMPTS = 3;

  private final Course course;
  private final Hands hands;
  private final Ears ears;

  GoingBack(Course course) {
    this.course = course;
    this.hands = new Hands(course);
    this.ears = new Ears(course);
  }

  void begin(GoBack order) {
    Scope scope = new Scope(course).widened(order.scope());
    course.tell(
        Kind.GOING_BACK,
        Json.object()
            .put("asked", order.scope())
            .put("scope", scope.name())
            .put("why", scope.why())
            .put("because", order.because())
            .put("by", order.by()));
    finish();
  }

  /** Goes on wherever the way back stands. */
  void finish() {
    Back back = course.story().back().orElseThrow();
    if (back.endedAt() != null) {
      return;
    }
    for (Step step : toUndo(back)) {
      undo(step);
    }
    Duration took = Duration.between(back.begunAt(), course.now());
    course.tell(
        Kind.WENT_BACK,
        Json.object().put("whole", back.isWhole()).put("seconds", took.toMillis() / 1000.0));
  }

  private List<Step> toUndo(Back back) {
    Scope scope = new Scope(course);
    List<Step> steps = new ArrayList<>();
    for (Phase phase : course.definition().phases()) {
      phase.steps().stream()
          .filter(step -> Timetable.isDeployment(phase) && step.effect() == Effect.reversible)
          .filter(step -> scope.holds(back.scope(), step))
          .filter(step -> !back.hasUndone(step.id()))
          .filter(this::wasTried)
          .forEach(steps::add);
    }
    Collections.reverse(steps);
    return steps;
  }

  private boolean wasTried(Step step) {
    return course
        .story()
        .step(step.id())
        .filter(story -> story.act() != StepStory.Act.NONE)
        .isPresent();
  }

  private void undo(Step step) {
    Action undo = step.undo();
    Action observe = step.observe();
    if (undo == null || observe == null) {
      return; // lint refuses such a definition
    }
    String id = step.id() + "/undo";
    if (hands.see(id, observe, undo) instanceof Sight.Done) {
      undone(step, "done", "it was so already");
      return;
    }
    String failure = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      hands.intend(Kind.UNDO_INTENDED, id, undo);
      switch (course.world().pace().during(() -> hands.act(id, undo), ears::listen)) {
        case Deed.Done done -> {
          undone(step, "done", "");
          return;
        }
        case Deed.Failed failed -> failure = failed.why();
      }
    }
    undone(step, "failed", failure);
  }

  private void undone(Step step, String outcome, String why) {
    course.tell(
        Kind.UNDONE, Json.object().put("step", step.id()).put("outcome", outcome).put("why", why));
  }
}
