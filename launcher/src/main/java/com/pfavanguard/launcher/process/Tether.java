package com.pfavanguard.launcher.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ties a child to this process. {@code setsid} keeps the terminal's Ctrl-C from it, so that the
 * stop keeps its order; {@code setpriv --pdeathsig} lets the kernel send it the stop signal when
 * this process is killed. Both are part of util-linux and replace themselves by the command, so the
 * process id stays. Where they are missing the next start cleans up.
 */
final class Tether {
  private static final List<Path> PROGRAM_FOLDERS =
      List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/local/bin"));

  private Tether() {}

  static List<String> tied(List<String> command, String stopSignal) {
    List<String> tied = new ArrayList<>();
    program("setsid").ifPresent(tied::add);
    program("setpriv").ifPresent(path -> tied.addAll(List.of(path, "--pdeathsig", stopSignal)));
    tied.addAll(command);
    return tied;
  }

  private static Optional<String> program(String name) {
    return PROGRAM_FOLDERS.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
