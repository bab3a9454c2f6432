package com.pfavanguard.release.evidence;

import com.pfavanguard.release.people.Inbox;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where one release keeps what proves it. */
public record EvidenceFolder(Path root) {

  public Path journal() {
    return root.resolve("journal.jsonl");
  }

  public boolean hasJournal() {
    return Files.isRegularFile(journal());
  }

  public Answers answers() {
    return new Answers(root.resolve("answers"));
  }

  public Inbox inbox() {
    return new Inbox(root.resolve("inbox"));
  }

  public Path report(String ending) {
    return root.resolve("checklist." + ending);
  }
}
