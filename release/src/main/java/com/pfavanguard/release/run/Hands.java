package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Actor;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.definition.Definition.Action;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Reaches for the actors. A verb that nobody knows is unclear to see and fails to be done. */
final class Hands {
  private final Course course;

  Hands(Course course) {
    this.course = course;
  }

  Sight see(String step, Action observe, Action act) {
    Sight sight =
        actor(observe)
            .map(actor -> actor.observe(task(step), filled(observe), filled(act)))
            .orElseGet(() -> new Sight.Unclear(nobody(observe)));
    ObjectNode body = Json.object().put("step", step).put("use", observe.use());
    body.put("for", act.use());
    switch (sight) {
      case Sight.Done done -> body.put("sight", "done").set("facts", done.facts());
      case Sight.NotDone notDone -> body.put("sight", "not done");
      case Sight.Unclear unclear -> body.put("sight", "unclear").put("why", unclear.why());
    }
    course.tell(Kind.OBSERVED, body);
    return sight;
  }

  void intend(Kind kind, String step, Action action) {
    Action whole = filled(action);
    ObjectNode body = Json.object().put("step", step).put("use", whole.use());
    body.put("effect", task(step).effectId());
    ObjectNode with = body.putObject("with");
    Map<String, Object> settings = whole.with();
    if (settings != null) {
      settings.forEach((name, value) -> with.put(name, value.toString()));
    }
    course.tell(kind, body);
  }

  /** Any thread. */
  Deed act(String step, Action action) {
    return actor(action)
        .map(actor -> actor.act(task(step), filled(action)))
        .orElseGet(() -> new Deed.Failed(nobody(action)));
  }

  boolean knows(String verb) {
    return course.world().adapters().actorOf(verb).isPresent();
  }

  private Optional<Actor> actor(Action action) {
    return course.world().adapters().actorOf(action.use());
  }

  private Task task(String step) {
    return new Task(course.release(), step, course.world().audience()::progress);
  }

  private static String nobody(Action action) {
    return "no adapter is installed for " + action.use();
  }

  private Action filled(Action action) {
    Map<String, Object> settings = action.with();
    if (settings == null) {
      return action;
    }
    Map<String, Object> filled = new LinkedHashMap<>();
    settings.forEach((name, value) -> filled.put(name, filled(value)));
    return new Action(action.use(), filled);
  }

  private Object filled(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(this::filled).toList();
    }
    String previous = course.release().previous();
    return value
        .toString()
        .replace("{release}", course.release().tag())
        .replace("{version}", course.release().version())
        .replace("{previous}", previous == null ? "" : previous);
  }
}
