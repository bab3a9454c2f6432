package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.release.adapter.check.SmokeActor.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * A planner's first look, in the Chromium that the end-to-end tests brought along.
 *
 * @param root of the checkout
 */
record BrowserLook(Path root, Theatre theatre) implements Browser {
  private static final long PATIENCE_SECONDS = 90;

  static boolean isPossible(Path root) {
    return Files.isDirectory(root.resolve("e2e/node_modules/@sparticuz/chromium"));
  }

  @Override
  public Optional<Page> look() throws IOException, InterruptedException {
    if (!isPossible(root)) {
      return Optional.empty();
    }
    ProcessBuilder builder =
        new ProcessBuilder("node", "support/look.mjs")
            .directory(root.resolve("e2e").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LOOK_URL", theatre.publicAddress().toString());
    builder.environment().put("LOOK_USER", theatre.personas().tester());
    builder.environment().put("LOOK_PASSWORD", theatre.personas().password());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("the browser could not look: " + said.strip());
    }
    JsonNode page = Json.parse(said);
    List<String> errors = page.path("consoleErrors").valueStream().map(JsonNode::asString).toList();
    return Optional.of(
        new Page(
            page.path("login").asBoolean(),
            page.path("records").asInt(),
            page.path("syncButton").asBoolean(),
            errors));
  }
}
