package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.evidence.EvidenceFolder;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The evidence that a reader looks at. */
final class FolderArgument {
  @Parameters(paramLabel = "EVIDENCE", description = "the folder of the release's evidence")
  private Path evidence = Path.of("");

  /**
   * @throws Refusal when there is no journal
   */
  EvidenceFolder existing() {
    EvidenceFolder folder = new EvidenceFolder(evidence.toAbsolutePath().normalize());
    if (!folder.hasJournal()) {
      throw new Refusal("there is no release in %s".formatted(folder.root()));
    }
    return folder;
  }
}
