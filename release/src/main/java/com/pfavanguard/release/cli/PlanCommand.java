package com.pfavanguard.release.cli;

import static com.pfavanguard.release.definition.Definition.each;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.release.adapter.Actor;
import com.pfavanguard.release.adapter.Adapters;
import com.pfavanguard.release.adapter.Equipment;
import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.Definition.Action;
import com.pfavanguard.release.definition.Definition.Phase;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.journal.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "plan",
    description = {
      "Show what a run would do, in its order, and what it is pinned to.",
      "Without any effect: it writes nothing, changes nothing and sends nothing."
    })
final class PlanCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DefinitionOption definition = new DefinitionOption();

  @Override
  public Integer call() throws IOException {
    Definition checklist = definition.sound().definition();
    Release release = release(checklist);
    Adapters adapters = Equipment.installed().open(checklist, release);
    Console console = common.console();
    ObjectNode json = Json.object().put("ok", true).put("release", release.tag());
    ObjectNode pins = json.putObject("pins");
    Map<String, String> pinned = new TreeMap<>(new PlannedFiles(definition).of(checklist).now());
    pinned.forEach(pins::put);
    pinned.forEach((name, hash) -> console.say("pinned %s %.12s".formatted(name, hash)));
    ArrayNode steps = json.putArray("steps");
    for (Phase phase : checklist.phases()) {
      console.say("%s: %s".formatted(phase.anchor(), phase.title()));
      phase.steps().forEach(step -> step(step, new Outlook(release, adapters), steps, console));
    }
    console.result(Json.canonical(json));
    return 0;
  }

  private static void step(Step step, Outlook outlook, ArrayNode steps, Console console) {
    String does = outlook.of(step);
    long gates = each(step.measures()).filter(measure -> measure.require() != null).count();
    long people = each(step.asks()).count() + each(step.approvals()).count();
    console.say(
        "  %-22s %s%s%s%s"
            .formatted(
                step.id(),
                step.title(),
                does == null ? "" : "; " + does,
                gates == 0 ? "" : "; %d gates".formatted(gates),
                people == 0 ? "" : "; asks people %d times".formatted(people)));
    steps.add(
        Json.object()
            .put("id", step.id())
            .put("does", does)
            .put("gates", gates)
            .put("asks", people)
            .put("budget", step.budget()));
  }

  /** What each act would do, as far as its actor can tell. */
  private record Outlook(Release release, Adapters adapters) {
    @Nullable String of(Step step) {
      Action act = step.act();
      if (act == null) {
        return null;
      }
      Actor actor = adapters.actorOf(act.use()).orElse(null);
      if (actor == null) {
        return act.use() + " (no adapter is installed for it)";
      }
      String told = actor.outlook(new Task(release, step.id(), line -> {}), act);
      return told == null ? act.use() : told;
    }
  }

  private static Release release(Definition checklist) {
    String tag = checklist.checklist().release();
    Installation installation = Installation.detect();
    return new Release(
        "plan",
        tag,
        installation.version(),
        checklist.checklist().previous(),
        Path.of(System.getProperty("java.io.tmpdir")));
  }
}
