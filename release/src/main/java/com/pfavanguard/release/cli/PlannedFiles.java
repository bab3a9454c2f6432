package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.run.PinnedFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files that a plan is pinned to: the checklist, its lines, and what it names. */
record PlannedFiles(DefinitionOption definition) {

  PinnedFiles of(Definition checklist) {
    Path root = Installation.detect().root();
    Map<String, Path> files = new TreeMap<>();
    files.put("checklist", definition.file());
    files.put("lines", definition.lines());
    Map<String, String> artifacts = checklist.checklist().artifacts();
    if (artifacts != null) {
      artifacts.forEach((name, path) -> files.put(PinnedFiles.ARTIFACT + name, root.resolve(path)));
    }
    Map<String, String> pinned = checklist.checklist().pinned();
    if (pinned != null) {
      pinned.forEach((name, path) -> files.put(name, root.resolve(path)));
    }
    return new PinnedFiles(files);
  }
}
