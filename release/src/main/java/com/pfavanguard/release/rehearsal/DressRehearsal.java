package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.smoke.CheckResult;
import com.pfavanguard.release.adapter.Actor;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.definition.Definition.Action;
import com.pfavanguard.release.journal.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Staging, on the same stage beforehand: the new version is deployed under live traffic, is there
 * for (scaled) 48 hours, and is taken back by the same actors. What it proves is the record that
 * the production gate reads.
 */
final class DressRehearsal {
  private static final Duration STABLE = Duration.ofMinutes(2910);

  private final Map<String, Actor> actors;
  private final Ensemble ensemble;
  private final Release release;
  private final double scale;
  private final Consumer<String> say;

  DressRehearsal(Ensemble ensemble, Theatre theatre, double scale, Consumer<String> say)
      throws IOException {
    this.ensemble = ensemble;
    this.scale = scale;
    this.say = say;
    this.actors =
        ensemble.actors().stream()
            .collect(java.util.stream.Collectors.toMap(Actor::area, actor -> actor));
    Path folder = Files.createDirectories(theatre.folder().resolve("staging"));
    this.release =
        new Release(
            "staging",
            "staging",
            theatre.builds().deployed().version(),
            theatre.builds().previous().version(),
            folder);
  }

  /** The facts of the record. */
  ObjectNode run() throws IOException, InterruptedException {
    say.accept("staging: the new version is deployed");
    act("process.prepare", "backend");
    act("switch.to-new", "backend");
    act("process.replace", "worker");
    Instant deployed = Instant.now();
    List<CheckResult> smoke = ensemble.smoke();
    long passed = smoke.stream().filter(CheckResult::passed).count();
    smoke.stream()
        .filter(result -> !result.passed())
        .forEach(result -> say.accept("staging: %s: %s".formatted(result.name(), result.detail())));
    Duration wait = Duration.ofMillis(Math.round(STABLE.toMillis() / scale));
    say.accept("staging: 48 hours, which are %d seconds here".formatted(wait.toSeconds()));
    Thread.sleep(wait);
    Duration stable = Duration.between(deployed, Instant.now());
    Duration back = back();
    return Json.object()
        .put("completedAt", deployed.toString())
        .put("stableFor", stable.toMillis() / 1000.0 * scale)
        .put("scale", scale)
        .put("rollbackTried", 1)
        .put("rollbackDuration", back.toMillis() / 1000.0)
        .set("smoke", Json.object().put("passedShare", passed / (double) smoke.size()));
  }

  private Duration back() throws IOException {
    long begun = System.nanoTime();
    act("process.restore", "worker");
    act("switch.to-old", "backend");
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    act("process.stop-new", "backend");
    say.accept("staging: taken back in %.1f s".formatted(took.toMillis() / 1000.0));
    return took;
  }

  private void act(String verb, String component) throws IOException {
    Actor actor = actors.get(verb.substring(0, verb.indexOf('.')));
    Task task = new Task(release, "staging", line -> {});
    if (actor == null) {
      throw new IOException("there is no actor for " + verb);
    }
    switch (actor.act(task, new Action(verb, Map.of("component", component)))) {
      case Deed.Done done -> say.accept("staging: " + verb);
      case Deed.Failed failed -> throw new IOException(verb + " failed: " + failed.why());
    }
  }
}
