package com.pfavanguard.release.cli;

import com.pfavanguard.release.people.Statement.Kind;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "observe",
    description = {
      "Say something that no metric sees.",
      "Security-vulnerability sends the release back at once, major-feature-broken "
          + "holds it for a decision."
    })
final class ObserveCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private Speaker speaker = new Speaker();

  @Parameters(paramLabel = "WHAT", description = "as the triggers of the checklist name it")
  private String what = "";

  @Override
  public Integer call() throws IOException {
    return speaker.say(common.console(), Kind.observation, what, "seen");
  }
}
