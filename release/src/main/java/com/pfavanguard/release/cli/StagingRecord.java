package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.evidence.ReleaseRecord;
import com.pfavanguard.release.journal.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the run in staging has proved, as facts of the run in production. */
final class StagingRecord {
  private StagingRecord() {}

  /** Nothing without a record: then the gates that ask for it have no data and stay shut. */
  static ObjectNode facts(@Nullable Path file, KeyFolder keys) throws IOException {
    ObjectNode facts = Json.object();
    if (file == null) {
      return facts;
    }
    try {
      ReleaseRecord record = ReleaseRecord.read(Files.readString(file));
      if (!record.isSignedWith(keys.existingRunner().publicKey())) {
        throw new Refusal("%s is not signed by the runner that is enrolled here".formatted(file));
      }
      facts.putObject("staging").set("record", record.facts());
      return facts;
    } catch (IllegalArgumentException e) {
      throw new Refusal(file + " is no record of a release", e);
    }
  }
}
