package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.view.PlainLines;
import picocli.CommandLine.Option;

/** How the person on duty watches. */
final class ViewOptions {
  @Option(names = "--plain", description = "lines instead of a picture, also at a terminal")
  @SuppressWarnings("UnusedVariable")
  private boolean plain;

  Watching open(Console console, Definition definition, EvidenceFolder folder) {
    return new Watching(new PlainLines(console::say));
  }
}
