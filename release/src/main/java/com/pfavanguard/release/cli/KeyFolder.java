package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.people.KeyFile;
import com.pfavanguard.release.people.Roster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this machine keeps the runner's key, and who is enrolled. */
public record KeyFolder(Path folder) {

  public Path runnerKey() {
    return folder.resolve("runner.key");
  }

  public Path roster() {
    return folder.resolve("roster.json");
  }

  /** Where heads are anchored unless another place is named. */
  public Path anchors() {
    return folder.resolve("anchors");
  }

  /** The runner's key; a first one is made here. */
  public KeyFile runner() throws IOException {
    Files.createDirectories(folder);
    return Files.exists(runnerKey())
        ? KeyFile.read(runnerKey())
        : KeyFile.create(runnerKey(), "runner");
  }

  public Roster people() throws IOException {
    return Roster.read(roster());
  }

  /**
   * @throws Refusal when this machine has never run a release
   */
  public KeyFile existingRunner() throws IOException {
    if (!Files.exists(runnerKey())) {
      throw new Refusal(
          "there is no runner's key in %s: name the folder with --keys".formatted(folder));
    }
    return KeyFile.read(runnerKey());
  }
}
