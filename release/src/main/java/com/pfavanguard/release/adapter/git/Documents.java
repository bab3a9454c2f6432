package com.pfavanguard.release.adapter.git;

import com.pfavanguard.release.adapter.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * The development log and the decision record that say which release is deployed. Written in a work
 * tree of their own: the checkout that people use stays as it is.
 *
 * @param log path of the log
 * @param adr the record, or the folder that holds the one numbered 0008
 */
record Documents(Git git, String log, String adr) {

  void write(Release release, String branch) throws IOException, InterruptedException {
    Path tree = Files.createTempDirectory("vanguard-documents-").resolve("tree");
    git.demand("worktree", "add", "--force", "-B", branch, tree.toString(), "HEAD");
    try {
      Git there = new Git(tree);
      String when = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      append(
          tree.resolve(log),
          "\n## %s: %s deployed%n%nDeployment %s; its evidence has the numbers.%n"
              .formatted(when, release.tag(), release.id()));
      commit(there, log, "Development log: " + release.tag() + " is deployed");
      String record = tree.relativize(record(tree)).toString();
      append(
          tree.resolve(record),
          "\nStatus: DEPLOYED with %s at %s.%n".formatted(release.tag(), when));
      commit(there, record, "ADR-008: deployed with " + release.tag());
    } finally {
      git.demand("worktree", "remove", "--force", tree.toString());
      Files.deleteIfExists(tree.resolveSibling(""));
    }
  }

  private Path record(Path tree) throws IOException {
    Path named = tree.resolve(adr);
    if (!Files.isDirectory(named)) {
      return named;
    }
    try (Stream<Path> records = Files.list(named)) {
      return records
          .filter(file -> file.getFileName().toString().startsWith("0008-"))
          .findFirst()
          .orElseThrow(() -> new IOException(adr + " has no record 0008"));
    }
  }

  private static void append(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void commit(Git git, String file, String message)
      throws IOException, InterruptedException {
    git.demand("add", "--", file);
    git.demand("commit", "-q", "-m", message);
  }
}
