package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.journal.Json;
import java.io.IOException;

/** The last words of a command that ran a release. */
final class Finish {
  private Finish() {}

  static int of(Console console, EvidenceFolder folder, String outcome) throws IOException {
    boolean complete = outcome.equals("complete");
    console.say("the release is over: " + outcome);
    console.result(
        Json.canonical(
            Json.object()
                .put("ok", complete)
                .put("outcome", outcome)
                .put("evidence", folder.root().toString())));
    return complete ? 0 : 1;
  }
}
