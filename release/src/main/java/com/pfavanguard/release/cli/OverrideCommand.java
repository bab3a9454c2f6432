package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.people.Statement.Kind;
import com.pfavanguard.release.story.Held;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "override",
    description = {
      "One of the two voices that open a gate which did not open itself.",
      "Two different people of the roles that the checklist names, each with a reason, "
          + "neither of them running the release."
    })
final class OverrideCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private Speaker speaker = new Speaker();

  @Parameters(paramLabel = "GATE", description = "its id, such as health-after.error-rate")
  private String gate = "";

  @Override
  public Integer call() throws IOException {
    if (!speaker.hasReason()) {
      throw new Refusal("an override needs a --reason");
    }
    if (speaker.kept().story().hold(gate).filter(Held::isOpen).isEmpty()) {
      throw new Refusal("'%s' is no gate that is held now: see 'release status'".formatted(gate));
    }
    return speaker.say(common.console(), Kind.override, gate, "open");
  }
}
