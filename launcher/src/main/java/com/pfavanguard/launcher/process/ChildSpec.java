package com.pfavanguard.launcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to keep running. Secrets travel in the environment only: arguments are public on the
 * machine.
 */
public record ChildSpec(
    String name, ChildKind kind, List<String> command, Map<String, String> environment, Path log) {

  @Override
  public String toString() {
    return name;
  }
}
