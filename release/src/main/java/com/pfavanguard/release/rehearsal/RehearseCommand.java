package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.release.cli.CommonOptions;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.view.PlainLines;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "rehearse",
    description = {
      "Play the whole production checklist on this machine: a system of its own with two versions of",
      "the product, live traffic, staging, every phase to the sign-off of the next day. Windows are",
      "scaled, throwaway people answer, and both are marked so."
    },
    footer = {
      "",
      "Exit codes: 0 when it completes and nobody noticed it (no failed request), 1 else."
    })
public final class RehearseCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private RehearsalOptions options = new RehearsalOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Console console = common.console();
    Installation installation = Installation.detect();
    installation.requireBuilt();
    Script script = options.script(installation, "");
    Rehearsal rehearsal =
        new Rehearsal(
            installation,
            script,
            options.stage(installation, common.keys()),
            new PlainLines(console::say),
            console::say);
    Outcome outcome = rehearsal.run(options.builds(installation));
    say(console, outcome);
    console.result(Json.canonical(outcome.toJson()));
    return outcome.verdict().equals("PASS") ? 0 : 1;
  }

  private static void say(Console console, Outcome outcome) {
    console.say(
        "%s: %s after %d s; %d of %,d requests and %d probes failed, downtime %.1f s"
            .formatted(
                outcome.verdict(),
                outcome.story().outcome(),
                outcome.took().toSeconds(),
                outcome.seen().requestsFailed(),
                outcome.seen().requests(),
                outcome.seen().probesFailed(),
                outcome.seen().downtime().toMillis() / 1000.0));
    console.say("evidence: " + outcome.evidence().root());
  }
}
