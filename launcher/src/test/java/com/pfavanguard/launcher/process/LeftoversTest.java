package com.pfavanguard.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

// A guard against hanging, no measure of speed.
@Timeout(120)
class LeftoversTest {
  private @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private DataDirectory directory;
  private Process process;

  @BeforeEach
  void start() throws IOException {
    directory = DataDirectory.open(folder.resolve("data"));
    process = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
  }

  private void writeRoster(ProcessIdentity child) throws IOException {
    ObjectNode roster = Json.object();
    roster.putObject("launcher").put("pid", 1).put("startTick", -1).put("boot", "another");
    roster
        .putObject("children")
        .putObject("worker")
        .put("kind", "WORKER")
        .put("pid", child.pid())
        .put("startTick", child.startTick())
        .put("boot", child.boot());
    Files.writeString(directory.path().resolve("processes-1.json"), Json.pretty(roster));
  }

  @Test
  void stopsWhatAKilledLauncherLeftAndSaysSo() throws Exception {
    writeRoster(ProcessIdentity.of(process.pid()).orElseThrow());

    new Leftovers(directory, said::add).stop();

    assertThat(process.waitFor()).isNotZero();
    assertThat(said).singleElement().asString().contains("worker", "" + process.pid());
    assertThat(directory.path().resolve("processes-1.json")).doesNotExist();
  }

  @Test
  void sparesAnotherProcessThatGotTheSameNumberLater() throws Exception {
    ProcessIdentity now = ProcessIdentity.of(process.pid()).orElseThrow();
    writeRoster(new ProcessIdentity(now.pid(), now.startTick() - 1, now.boot()));

    new Leftovers(directory, said::add).stop();

    assertThat(process.isAlive()).isTrue();
    assertThat(said).isEmpty();
  }

  @Test
  void sparesAProcessThatIsNoDatabaseOfOurs() throws Exception {
    Files.createDirectories(directory.postgres());
    Files.writeString(directory.postgres().resolve("postmaster.pid"), process.pid() + "\n");

    new Leftovers(directory, said::add).stop();

    assertThat(process.isAlive()).isTrue();
  }
}
