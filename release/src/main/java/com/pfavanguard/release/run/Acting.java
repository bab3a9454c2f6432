package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.definition.Definition.Action;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Kind;
import com.pfavanguard.release.story.StepStory;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Does a step's act once, whatever happens in between: looks first, intends on disk, acts. */
final class Acting {
  private final Course course;
  private final Pulse pulse;
  private final Hands hands;

  Acting(Course course, Pulse pulse) {
    this.course = course;
    this.pulse = pulse;
    this.hands = new Hands(course);
  }

  void act(Step step) {
    Action act = step.act();
    if (act == null) {
      look(step);
      return;
    }
    boolean again = true;
    while (again && !isDone(step)) {
      again = attempt(step, act);
    }
  }

  private boolean isDone(Step step) {
    return course.story().step(step.id()).map(StepStory::act).orElseThrow() == StepStory.Act.DONE;
  }

  /** Whether to look again, as long as it is not done. */
  private boolean attempt(Step step, Action act) {
    Action observe = step.observe();
    Sight sight = observe == null ? new Sight.NotDone() : hands.see(step.id(), observe, act);
    return switch (sight) {
      case Sight.Done done -> tell(step, "done", done.facts(), true);
      case Sight.NotDone notDone -> perform(step, act);
      case Sight.Unclear unclear -> unclear(step, unclear.why());
    };
  }

  private boolean perform(Step step, Action act) {
    pulse.untilFree();
    hands.intend(Kind.ACT_INTENDED, step.id(), act);
    return switch (course.world().pace().during(() -> hands.act(step.id(), act), pulse::beat)) {
      case Deed.Done done -> tell(step, "done", done.facts(), false);
      case Deed.Failed failed -> failed(step, failed.why());
    };
  }

  private boolean tell(Step step, String outcome, ObjectNode facts, boolean found) {
    ObjectNode body = Json.object().put("step", step.id()).put("outcome", outcome);
    body.put("found", found).set("facts", facts);
    course.tell(Kind.ACTED, body);
    return false;
  }

  private boolean failed(Step step, String why) {
    course.tell(
        Kind.ACTED, Json.object().put("step", step.id()).put("outcome", "failed").put("why", why));
    if ("rollback".equals(step.onBreach()) && wayOut().equals("rollback")) {
      new Alarms(course).fire("act." + step.id(), "immediate", "all", why);
      pulse.beat(); // obeys
    }
    return !pulse
        .decide(step.id(), "%s failed: %s".formatted(step.id(), why), choices("retry"))
        .equals("skip");
  }

  /** Only a person may say that something is done which nobody can see. */
  private boolean unclear(Step step, String why) {
    String decision =
        pulse.decide(
            step.id(),
            "it cannot be seen whether %s is done: %s".formatted(step.id(), why),
            choices("retry", "done"));
    return decision.equals("done")
        ? tell(step, "done", Json.object(), true)
        : !decision.equals("skip");
  }

  private List<String> choices(String... own) {
    List<String> choices = new ArrayList<>(List.of(own));
    choices.add(wayOut());
    return List.copyOf(choices);
  }

  private String wayOut() {
    return course.story().back().isPresent()
        ? "skip"
        : new Timetable(course).isUnderWay() ? "rollback" : "stop";
  }

  /** A step that only looks, so that a person has something to go by. */
  private void look(Step step) {
    Action observe = step.observe();
    if (observe != null) {
      hands.see(step.id(), observe, observe);
    }
  }
}
