package com.pfavanguard.release.run;

import com.pfavanguard.release.definition.Definition.Measure;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.people.Person;
import com.pfavanguard.release.people.Statement;
import com.pfavanguard.release.story.Held;
import com.pfavanguard.release.story.Kind;
import com.pfavanguard.release.story.Story;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two persons, of roles that the definition names, who open a gate that did not open itself. */
final class Overrule {
  private static final int PERSONS = 2;

  private final Course course;
  private final Pulse pulse;

  Overrule(Course course, Pulse pulse) {
    this.course = course;
    this.pulse = pulse;
  }

  /** Holds until the gate is opened by two, or somebody has decided what else to do. */
  void openOrDecide(Step step, Measure measure, String why) {
    new Holds(course).begin(new Holds.Question(measure.id(), why, "all", choices(), null, null));
    pulse.untilPerson(
        step.id(),
        "gate %s (%s)".formatted(measure.id(), why),
        () -> voices(measure).size() >= PERSONS || isDecided(measure));
    if (!isDecided(measure)) {
      open(measure, voices(measure));
    }
  }

  private List<String> choices() {
    List<String> choices = new ArrayList<>(List.of("retry"));
    choices.add(new Timetable(course).isUnderWay() ? "rollback" : "stop");
    return choices;
  }

  private boolean isDecided(Measure measure) {
    return course.story().hold(measure.id()).filter(Held::isOpen).isEmpty();
  }

  private void open(Measure measure, Map<String, Statement> voices) {
    String by = String.join(" and ", voices.keySet());
    String reason = String.join("; ", voices.values().stream().map(Statement::reason).toList());
    course.tell(
        Kind.GATE_OPENED,
        Json.object().put("gate", measure.id()).put("by", by).put("reason", reason));
    course.tell(
        Kind.DECIDED,
        Json.object()
            .put("hold", measure.id())
            .put("decision", "override")
            .put("by", by)
            .put("reason", reason));
  }

  /** One voice a person, said after the hold began: they must have seen what they overrule. */
  private Map<String, Statement> voices(Measure measure) {
    Story story = course.story();
    long after = story.hold(measure.id()).map(Held::entry).orElse(Long.MAX_VALUE);
    Map<String, Statement> voices = new LinkedHashMap<>();
    story.told(Statement.Kind.override, measure.id(), after).stream()
        .map(told -> told.statement())
        .filter(said -> mayOverrule(measure, said.by()))
        .forEach(said -> voices.put(said.by(), said));
    return voices;
  }

  private boolean mayOverrule(Measure measure, String name) {
    Optional<Person> person = course.story().plan().roster().find(name);
    List<String> roles = measure.override() == null ? List.of() : measure.override();
    return person.isPresent() && person.get().hasOneOf(roles) && !course.isRunBy(name);
  }
}
