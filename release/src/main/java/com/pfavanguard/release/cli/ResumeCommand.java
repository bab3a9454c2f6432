package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.journal.JournalBusy;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "resume",
    description = {
      "Go on with a release whose runner is gone, from exactly where its journal " + "stands.",
      "What was begun is looked at before anything is done, and nothing is done twice."
    },
    footer = {"", "Exit codes: 0 complete, 1 declined, stopped or rolled back, 2 wrong usage."})
final class ResumeCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DefinitionOption definition = new DefinitionOption();
  @Mixin private EvidenceOption evidence = new EvidenceOption();
  @Mixin private OperatorOption operator = new OperatorOption();
  @Mixin private AnchorOption anchor = new AnchorOption();
  @Mixin private ViewOptions view = new ViewOptions();

  @Override
  public Integer call() throws IOException {
    try {
      String outcome = new Resumption(common, definition, anchor, view).of(evidence, operator);
      return Finish.of(
          common.console(), evidence.existing(), common.keys().existingRunner(), outcome);
    } catch (JournalBusy busy) {
      throw new Refusal(String.valueOf(busy.getMessage()), busy);
    }
  }
}
