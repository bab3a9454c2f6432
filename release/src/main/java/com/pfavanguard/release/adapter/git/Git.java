package com.pfavanguard.release.adapter.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program git in one checkout.
 *
 * @param checkout a work tree, or a bare repository
 */
record Git(Path checkout) {

  /** What it said. */
  record Said(int exit, String text) {}

  Said ask(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(checkout.toFile()).redirectErrorStream(true);
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text.strip());
  }

  /**
   * @throws IOException when it refuses
   */
  String demand(String... arguments) throws IOException, InterruptedException {
    Said said = ask(arguments);
    if (said.exit() != 0) {
      throw new IOException("git %s: %s".formatted(String.join(" ", arguments), said.text()));
    }
    return said.text();
  }

  boolean has(String reference) throws IOException, InterruptedException {
    return ask("rev-parse", "--verify", "--quiet", reference).exit() == 0;
  }

  boolean remoteHas(String remote, String reference) throws IOException, InterruptedException {
    return !demand("ls-remote", remote, reference).isBlank();
  }
}
