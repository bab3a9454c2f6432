package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.operations.storage.Storages;
import com.pfavanguard.release.evidence.Anchor;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.evidence.GitNotes;
import com.pfavanguard.release.evidence.StoredAnchor;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the evidence of one release is, and where its heads are anchored. */
final class EvidenceOption {
  private static final String GIT = "git:";

  @Option(
      names = "--evidence",
      required = true,
      paramLabel = "DIR",
      description = "the folder of the release's evidence")
  private Path evidence = Path.of("");

  @Option(
      names = "--anchor",
      paramLabel = "PLACE",
      description = {
        "where the journal's head is kept after each phase: a folder, s3://bucket/prefix,",
        "or git:CHECKOUT for notes there (default: anchors in --keys)"
      })
  private @Nullable String anchor;

  EvidenceFolder folder() {
    return new EvidenceFolder(evidence.toAbsolutePath().normalize());
  }

  /**
   * @throws Refusal when there is no journal
   */
  EvidenceFolder existing() {
    EvidenceFolder folder = folder();
    if (!folder.hasJournal()) {
      throw new Refusal("there is no release in %s".formatted(folder.root()));
    }
    return folder;
  }

  Anchor anchor(KeyFolder keys) {
    String place = anchor == null ? keys.anchors().toString() : anchor;
    return place.startsWith(GIT)
        ? new GitNotes(Path.of(place.substring(GIT.length())))
        : new StoredAnchor(Storages.open(place));
  }
}
