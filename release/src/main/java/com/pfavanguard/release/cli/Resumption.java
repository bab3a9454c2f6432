package com.pfavanguard.release.cli;

import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.people.KeyFile;
import com.pfavanguard.release.run.Session;
import com.pfavanguard.release.run.Stage;
import java.io.IOException;

/** Goes on with a release in this process. */
record Resumption(
    CommonOptions common, DefinitionOption definition, AnchorOption anchor, ViewOptions view) {

  String of(Speaker speaker) throws IOException {
    return of(speaker.evidence(), speaker.operator());
  }

  /**
   * @throws com.pfavanguard.release.journal.JournalBusy while another runner has it
   */
  String of(EvidenceOption evidence, OperatorOption operator) throws IOException {
    EvidenceFolder folder = evidence.existing();
    KeyFolder keys = common.keys();
    Stage stage = new Stage(folder, keys.existingRunner(), anchor.anchor(keys));
    Kept kept = Kept.in(folder);
    KeyFile by = operator.enrolled(kept.story().plan().roster());
    try (Watching watching = view.open(common.console(), kept.definition());
        Session session = Session.open(stage, watching.cast(folder.inbox()))) {
      if (session.story().outcome().isEmpty()) {
        session.resume(by.name());
      }
      return session.run(new PlannedFiles(definition).of(kept.definition()));
    }
  }
}
