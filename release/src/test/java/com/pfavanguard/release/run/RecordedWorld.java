package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Actor;
import com.pfavanguard.release.adapter.Adapters;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.definition.Definition.Action;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A production that records each effect, and metrics that say what a test tells them to. */
final class RecordedWorld {
  final List<String> effects = new ArrayList<>();
  final Map<String, String> state = new TreeMap<>();
  final Map<String, Function<Query, Reading>> metrics = new LinkedHashMap<>();
  final Map<String, String> refusals = new HashMap<>();
  final Map<String, Duration> durations = new HashMap<>();
  final Set<String> unseen = new HashSet<>();
  Consumer<Task> witness = task -> {};
  private final SimulatedPace pace;
  private final Mortality mortality;

  RecordedWorld(SimulatedPace pace, Mortality mortality) {
    this.pace = pace;
    this.mortality = mortality;
    state.put("flag", "enabled");
    state.put("backend", "old");
    state.put("worker", "old");
    level("in-flight", "0 count");
    level("p95", "120 ms");
    level("dead-workers", "0 count");
    level("queue", "3 count");
    metrics.put("errors", query -> new Reading.Share(0, 5_000));
  }

  void level(String name, String value) {
    metrics.put(name, query -> new Reading.Level(Quantity.parse(value)));
  }

  Adapters adapters() {
    Map<String, Actor> actors = new HashMap<>();
    for (String area : List.of("message", "flag", "schema", "smoke", "switch")) {
      actors.put(area, new Recorder(area));
    }
    return new Adapters(Map.of("metrics", this::read), actors);
  }

  private Observation read(Query query) {
    Instant now = pace.now();
    Reading reading = Objects.requireNonNull(metrics.get(query.read())).apply(query);
    return new Observation(reading, query.read() + " as asked", now, "raw " + reading);
  }

  /** What an act makes of the world: a key and its new value. */
  private static Map.Entry<String, String> change(Action act) {
    Map<String, Object> with = act.with() == null ? Map.of() : act.with();
    return switch (act.use()) {
      case "flag.disable" -> Map.entry("flag", "disabled");
      case "flag.enable" -> Map.entry("flag", "enabled");
      case "schema.grow" -> Map.entry("schema", "grown");
      case "message.send" -> Map.entry("message " + with.get("about"), "sent");
      case "switch.forth" -> Map.entry(String.valueOf(with.get("component")), "new");
      case "switch.back" -> Map.entry(String.valueOf(with.get("component")), "old");
      default -> Map.entry("nothing", "");
    };
  }

  private final class Recorder implements Actor {
    private final String area;

    Recorder(String area) {
      this.area = area;
    }

    @Override
    public String area() {
      return area;
    }

    @Override
    public Sight observe(Task task, Action observe, Action act) {
      mortality.moment();
      if (unseen.contains(act.use())) {
        return new Sight.Unclear("the provider keeps no list");
      }
      Map.Entry<String, String> wanted = change(act);
      @Nullable String now = state.get(wanted.getKey());
      return wanted.getValue().equals(now) ? new Sight.Done(facts(act)) : new Sight.NotDone();
    }

    @Override
    public Deed act(Task task, Action act) {
      witness.accept(task);
      mortality.moment();
      pace.work(durations.getOrDefault(act.use(), Duration.ZERO));
      String refusal = refusals.get(act.use());
      if (refusal != null) {
        return new Deed.Failed(refusal);
      }
      Map.Entry<String, String> change = change(act);
      if (!change.getKey().equals("nothing")) {
        effects.add(change.getKey() + " " + change.getValue());
        state.put(change.getKey(), change.getValue());
      }
      mortality.moment(); // done, and nobody knows
      return new Deed.Done(facts(act));
    }

    private ObjectNode facts(Action act) {
      var facts = Json.object();
      if (act.use().startsWith("flag.")) {
        facts.putObject("flag").put("rows", 1);
      }
      return facts;
    }
  }
}
