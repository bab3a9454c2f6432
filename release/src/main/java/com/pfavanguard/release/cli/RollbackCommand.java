package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.journal.JournalBusy;
import com.pfavanguard.release.people.KeyFile;
import com.pfavanguard.release.people.Statement.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "rollback",
    description = {
      "Order the way back, with a reason.",
      "A live runner takes it within a second; where there is none, this command is the "
          + "runner. Data is never touched: migrations only add, and stay."
    },
    footer = {"", "Exit codes: 0 ordered or done, 1 not so, 2 wrong usage."})
final class RollbackCommand implements Callable<Integer> {
  /** What can go back by itself. */
  enum Part {
    worker,
    backend,
    frontend,
    all
  }

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private Speaker speaker = new Speaker();
  @Mixin private DefinitionOption definition = new DefinitionOption();
  @Mixin private AnchorOption anchor = new AnchorOption();
  @Mixin private ViewOptions view = new ViewOptions();

  @Option(
      names = "--scope",
      defaultValue = "all",
      description = "one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Part scope = Part.all;

  @Override
  public Integer call() throws IOException {
    if (!speaker.hasReason()) {
      throw new Refusal("a rollback needs a --reason");
    }
    Console console = common.console();
    int said = speaker.say(console, Kind.rollback, scope.name(), scope.name());
    try {
      String outcome = new Resumption(common, definition, anchor, view).of(speaker);
      KeyFile runner = common.keys().existingRunner();
      Path report = Finish.write(speaker.folder(), runner);
      console.say("the release is over: %s; its checklist is %s".formatted(outcome, report));
      return outcome.equals("rolled back") ? 0 : 1;
    } catch (JournalBusy busy) {
      return said; // whoever has the journal goes back
    }
  }
}
