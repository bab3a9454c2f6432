package com.pfavanguard.release.run;

import com.pfavanguard.release.definition.Definition.Action;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.story.StepStory;
import java.util.Map;

/** Which steps a rollback of one component takes back, and whether the others can live with it. */
final class Scope {
  static final String ALL = "all";

  private final Course course;
  private final String name;
  private final String why;

  Scope(Course course) {
    this(course, ALL, "");
  }

  private Scope(Course course, String name, String why) {
    this.course = course;
    this.name = name;
    this.why = why;
  }

  String name() {
    return name;
  }

  /** Why it is wider than asked; nothing where it is not. */
  String why() {
    return why;
  }

  /**
   * A part alone goes back only where it was shown that the previous version works on the new
   * schema: else old and new would stand beside each other unproved, and all go back together.
   */
  Scope widened(String asked) {
    boolean proved =
        course
            .definition()
            .steps()
            .filter(Scope::provesPrevious)
            .allMatch(
                step -> course.story().step(step.id()).filter(StepStory::isEnded).isPresent());
    return asked.equals(ALL) || proved
        ? new Scope(course, asked, "")
        : new Scope(course, ALL, "the previous version was not proved on this schema");
  }

  /** Until T-0 is complete, what belongs to no component goes back with any of them. */
  boolean holds(String scope, Step step) {
    String component = step.component();
    if (scope.equals(ALL)) {
      return true;
    }
    return component == null
        ? new Timetable(course).completedAt().isEmpty()
        : component.equals(scope);
  }

  private static boolean provesPrevious(Step step) {
    Action act = step.act();
    Map<String, Object> settings = act == null ? null : act.with();
    return settings != null && "previous".equals(settings.get("version"));
  }
}
