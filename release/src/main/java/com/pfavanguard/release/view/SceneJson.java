package com.pfavanguard.release.view;

import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Held;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A scene for programs: {@code release status --json} and the page. Durations in seconds. */
public final class SceneJson {
  private SceneJson() {}

  public static ObjectNode of(Scene scene) {
    ObjectNode json = Json.object().put("title", scene.title()).put("release", scene.release());
    json.put("now", scene.now().toString());
    json.put("outcome", scene.outcome().isEmpty() ? null : scene.outcome());
    ArrayNode phases = json.putArray("phases");
    scene.phases().forEach(phase -> phases.add(phase(phase)));
    ArrayNode holds = json.putArray("holds");
    scene.holds().forEach(hold -> holds.add(hold(hold)));
    scene.waits().forEach(json.putArray("waitsFor")::add);
    json.set("slack", slack(scene.slack()));
    if (scene.back() != null) {
      json.putObject("rollback")
          .put("scope", scene.back().scope())
          .put("because", scene.back().because())
          .put("by", scene.back().by())
          .put("begunAt", scene.back().begunAt().toString())
          .put("ended", scene.back().endedAt() != null);
    }
    return json;
  }

  private static ObjectNode phase(Scene.Act phase) {
    ObjectNode json = Json.object().put("id", phase.id()).put("title", phase.title());
    ArrayNode steps = json.put("state", phase.state()).put("late", phase.late()).putArray("steps");
    phase.steps().forEach(step -> steps.add(step(step)));
    return json;
  }

  private static ObjectNode step(Scene.Line step) {
    ObjectNode json = Json.object().put("id", step.id()).put("title", step.title());
    json.put("state", step.state()).put("elapsed", seconds(step.elapsed()));
    json.put("waited", seconds(step.waited())).put("budget", seconds(step.budget()));
    ArrayNode gates = json.putArray("gates");
    step.gates()
        .forEach(
            gate ->
                gates.add(
                    Json.object()
                        .put("id", gate.id())
                        .put("verdict", gate.verdict().isEmpty() ? null : gate.verdict())
                        .put("detail", gate.detail())
                        .put("open", gate.open())));
    return json;
  }

  private static ObjectNode hold(Held hold) {
    ObjectNode json = Json.object().put("id", hold.id()).put("why", hold.why());
    json.put("since", hold.since().toString()).put("scope", hold.scope());
    json.put("deadline", hold.deadline() == null ? null : hold.deadline().toString());
    json.put("otherwise", hold.otherwise());
    hold.choices().forEach(json.putArray("choices")::add);
    return json;
  }

  private static ObjectNode slack(Slack slack) {
    return Json.object()
        .put("budget", seconds(slack.budget()))
        .put("used", seconds(slack.used()))
        .put("forecast", seconds(slack.forecast()))
        .put("left", seconds(slack.left()))
        .put("waited", seconds(slack.waited()));
  }

  private static @Nullable Double seconds(@Nullable Duration time) {
    return time == null ? null : time.toMillis() / 1000.0;
  }
}
