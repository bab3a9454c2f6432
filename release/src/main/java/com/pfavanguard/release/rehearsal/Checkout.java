package com.pfavanguard.release.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A clone of the checkout with a bare repository as its origin: tags and documents are pushed
 * there, and nobody else sees them.
 */
record Checkout(Path folder) {

  static Checkout clone(Path from, Path to) throws IOException, InterruptedException {
    Path bare = Files.createDirectories(to).resolve("origin.git");
    Path clone = to.resolve("clone");
    if (git(from, "rev-parse", "--git-dir") != 0) {
      demand(to, "init", "-q", "--bare", bare.toString());
      demand(to, "clone", "-q", bare.toString(), clone.toString());
      identify(clone);
      demand(clone, "commit", "-q", "--allow-empty", "-m", "Nothing was cloned");
      return new Checkout(clone);
    }
    demand(to, "clone", "-q", "--bare", "--no-hardlinks", from.toString(), bare.toString());
    demand(to, "clone", "-q", bare.toString(), clone.toString());
    identify(clone);
    return new Checkout(clone);
  }

  private static void identify(Path clone) throws IOException, InterruptedException {
    demand(clone, "config", "user.name", "Rehearsal");
    demand(clone, "config", "user.email", "rehearsal@example.com");
  }

  private static void demand(Path folder, String... arguments)
      throws IOException, InterruptedException {
    if (git(folder, arguments) != 0) {
      throw new IOException("git " + String.join(" ", arguments) + " fails in " + folder);
    }
  }

  private static int git(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String _ = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor();
  }
}
