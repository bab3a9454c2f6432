package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.evidence.ReleaseRecord;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.journal.Signer;
import com.pfavanguard.release.people.KeyFile;
import com.pfavanguard.release.report.Outputs;
import com.pfavanguard.release.report.RecordFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes what a release leaves to read, and says the last words of a command that ran one. */
public final class Finish {
  private Finish() {}

  static int of(Console console, EvidenceFolder folder, KeyFile runner, String outcome)
      throws IOException {
    Path report = write(folder, runner);
    boolean complete = outcome.equals("complete");
    console.say("the release is over: %s; its checklist is %s".formatted(outcome, report));
    console.result(
        Json.canonical(
            Json.object()
                .put("ok", complete)
                .put("outcome", outcome)
                .put("evidence", folder.root().toString())
                .put("report", report.toString())));
    return complete ? 0 : 1;
  }

  /**
   * Makes the report and its companions of the journal, and signs the record for the next release.
   *
   * @return the checklist in HTML
   */
  public static Path write(EvidenceFolder folder, KeyFile runner) throws IOException {
    Kept kept = Kept.in(folder);
    for (Map.Entry<String, String> file :
        Outputs.of(kept.definition(), kept.entries()).entrySet()) {
      Files.writeString(folder.root().resolve(file.getKey()), file.getValue());
    }
    if (!kept.story().outcome().isEmpty()) {
      ReleaseRecord record =
          ReleaseRecord.signed(
              RecordFacts.of(kept.definition(), kept.story()), new Signer(runner.key()));
      Files.writeString(folder.root().resolve("record.json"), record.write());
    }
    return folder.report("html");
  }
}
