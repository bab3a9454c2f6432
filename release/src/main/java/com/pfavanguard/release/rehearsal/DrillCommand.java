package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.release.cli.CommonOptions;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.view.PlainLines;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "drill",
    description = {
      "Rehearse the deployment and break something: the right trigger must fire, with the right",
      "scope, and the previous version must be back within 15 seconds. A fault that fires nothing",
      "fails the drill. Gates before T-0 are notes here; the deployment itself is whole."
    },
    footer = {
      "",
      "Faults: bad-smoke, error-burst, server-killed, vulnerability, refused-writes, queue-flood,",
      "feature-broken, metrics-lost."
    })
public final class DrillCommand implements Callable<Integer> {
  private static final double MOST_SECONDS = 15;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private RehearsalOptions options = new RehearsalOptions();

  @Option(names = "--fault", required = true, paramLabel = "NAME", description = "what breaks")
  private String fault = "";

  @Option(
      names = "--without-trigger",
      description = "take the trigger out of the checklist: then the drill must fail")
  private boolean withoutTrigger;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Fault played = fault();
    Console console = common.console();
    Installation installation = Installation.detect();
    installation.requireBuilt();
    Script script = options.script(installation, withoutTrigger ? played.trigger() : "").hurried();
    Saboteur saboteur = new Saboteur(played, console::say);
    Rehearsal rehearsal =
        new Rehearsal(
            installation,
            script,
            options.stage(installation, common.keys()),
            new PlainLines(console::say),
            console::say);
    Outcome outcome =
        rehearsal.drill(
            options.builds(installation),
            (theatre, props, troupe) -> {
              saboteur.enter(new Fault.Scene(theatre, props, troupe));
              return saboteur;
            });
    return judge(console, played, saboteur, outcome);
  }

  private Fault fault() {
    return Arrays.stream(Fault.values())
        .filter(each -> each.toString().equals(fault.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "there is no fault %s; there are: %s"
                        .formatted(
                            fault,
                            Arrays.stream(Fault.values())
                                .map(Fault::toString)
                                .collect(Collectors.joining(", ")))));
  }

  private static int judge(Console console, Fault played, Saboteur saboteur, Outcome outcome) {
    boolean right =
        saboteur.firstFired().equals(played.trigger()) && saboteur.scope().equals(played.scope());
    boolean back =
        outcome.story().outcome().equals("rolled back") && outcome.rollbackSeconds() < MOST_SECONDS;
    boolean passed = right && back;
    ObjectNode json = outcome.toJson().put("fault", played.toString());
    json.put("verdict", passed ? "PASS" : "FAIL");
    json.put("expectedTrigger", played.trigger()).put("firedTrigger", saboteur.firstFired());
    json.put("expectedScope", played.scope()).put("scope", saboteur.scope());
    json.put("detectionSeconds", saboteur.detectionSeconds());
    console.say(
        "%s: %s fired '%s' (%s) after %.1f s; %s, back within %.1f s"
            .formatted(
                passed ? "PASS" : "FAIL",
                played,
                saboteur.firstFired(),
                saboteur.scope(),
                saboteur.detectionSeconds(),
                outcome.story().outcome(),
                outcome.rollbackSeconds()));
    console.result(Json.canonical(json));
    return passed ? 0 : 1;
  }
}
