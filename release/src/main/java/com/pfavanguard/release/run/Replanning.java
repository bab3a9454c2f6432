package com.pfavanguard.release.run;

import com.pfavanguard.release.definition.Definition.Action;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Kind;
import com.pfavanguard.release.story.Plan;
import com.pfavanguard.release.story.StepStory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds the plan against the bytes it was pinned to. One that changed voids what was approved; once
 * T-0 has begun nothing may change any more. What is built is pinned when it is built.
 */
final class Replanning {
  private static final String BUILD = "artifact.";

  private final Course course;
  private final Pulse pulse;
  private final Pins pins;

  Replanning(Course course, Pulse pulse, Pins pins) {
    this.course = course;
    this.pulse = pulse;
    this.pins = pins;
  }

  void afterStep(Step step) {
    if (builds(step)) {
      check();
    }
  }

  void check() {
    Timetable timetable = new Timetable(course);
    if (timetable.completedAt().isPresent()) {
      return; // the checkout may go on; what was deployed does not
    }
    Plan plan = course.story().plan();
    Map<String, String> now = now();
    String changed = changed(plan.pins(), now);
    if (changed.isEmpty() && now.equals(plan.pins())) {
      return;
    }
    if (!changed.isEmpty() && timetable.isUnderWay()) {
      pulse.decide("plan", "changed since T-0 began: " + changed, List.of("retry", "rollback"));
      check();
      return;
    }
    replan(plan.with(now), changed);
  }

  private void replan(Plan plan, String changed) {
    var body = Json.object().put("hash", plan.hash()).put("changed", changed);
    body.put("extends", changed.isEmpty()).set("plan", plan.toJson());
    course.tell(Kind.REPLANNED, body);
  }

  private Map<String, String> now() {
    Map<String, String> now = new TreeMap<>(pins.now());
    boolean toBeBuilt =
        course
            .definition()
            .steps()
            .filter(Replanning::builds)
            .anyMatch(step -> course.story().step(step.id()).filter(StepStory::isEnded).isEmpty());
    if (toBeBuilt) {
      now.keySet().removeIf(name -> name.startsWith(PinnedFiles.ARTIFACT));
    }
    return now;
  }

  private static String changed(Map<String, String> before, Map<String, String> now) {
    return before.entrySet().stream()
        .filter(pin -> !pin.getValue().equals(now.get(pin.getKey())))
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static boolean builds(Step step) {
    Action act = step.act();
    return act != null && act.use().startsWith(BUILD);
  }
}
