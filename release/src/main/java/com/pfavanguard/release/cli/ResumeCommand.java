package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.people.KeyFile;
import com.pfavanguard.release.run.Session;
import com.pfavanguard.release.run.Stage;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "resume",
    description = {
      "Go on with a release whose runner is gone, from exactly where its journal stands: what was",
      "begun is looked at before anything is done, and nothing is done twice."
    },
    footer = {"", "Exit codes: 0 complete, 1 declined, stopped or rolled back, 2 wrong usage."})
final class ResumeCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DefinitionOption definition = new DefinitionOption();
  @Mixin private EvidenceOption evidence = new EvidenceOption();
  @Mixin private OperatorOption operator = new OperatorOption();
  @Mixin private ViewOptions view = new ViewOptions();

  @Override
  public Integer call() throws IOException {
    EvidenceFolder folder = evidence.existing();
    KeyFolder keys = common.keys();
    Stage stage = new Stage(folder, keys.existingRunner(), evidence.anchor(keys));
    Console console = common.console();
    Kept kept = Kept.in(folder);
    KeyFile by = operator.enrolled(kept.story().plan().roster());
    try (Watching watching = view.open(console, kept.definition(), folder);
        Session session = Session.open(stage, watching.cast(folder.inbox()))) {
      if (session.story().outcome().isEmpty()) {
        session.resume(by.name());
      }
      return Finish.of(
          console, folder, session.run(new PlannedFiles(definition).of(kept.definition())));
    }
  }
}
