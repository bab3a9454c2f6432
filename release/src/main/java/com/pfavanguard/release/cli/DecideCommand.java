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
    name = "decide",
    description = {
      "Decide what is held.",
      "Rollback, patch or monitor for a trigger; retry, rollback or stop for a gate or "
          + "a step. 'release status' shows what is held, why, and what may be chosen."
    })
final class DecideCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private Speaker speaker = new Speaker();

  @Parameters(index = "0", paramLabel = "HOLD", description = "its id, such as hold.queue")
  private String hold = "";

  @Parameters(index = "1", paramLabel = "DECISION", description = "one of its choices")
  private String decision = "";

  @Override
  public Integer call() throws IOException {
    Held held =
        speaker
            .kept()
            .story()
            .hold(hold)
            .filter(Held::isOpen)
            .orElseThrow(() -> new Refusal("nothing is held by '%s' now".formatted(hold)));
    if (!held.choices().contains(decision)) {
      throw new Refusal("'%s' may be decided as %s".formatted(hold, held.choices()));
    }
    return speaker.say(common.console(), Kind.decision, hold, decision);
  }
}
