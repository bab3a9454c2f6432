package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.evidence.EvidenceFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the evidence of one release is. */
final class EvidenceOption {

  @Option(
      names = "--evidence",
      required = true,
      paramLabel = "DIR",
      description = "the folder of the release's evidence")
  private Path evidence = Path.of("");

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
}
