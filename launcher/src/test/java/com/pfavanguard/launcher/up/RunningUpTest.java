package com.pfavanguard.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.launcher.stub.StubJar;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

// A guard against hanging, no measure of speed.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningUpTest {
  private Path folder;
  private Path data;
  private Path stub;
  private UpProcess up;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    data = folder.resolve("data");
    stub = StubJar.in(folder);
    up = UpProcess.start(data, stub, Map.of()).awaitReady();
  }

  @AfterAll
  void stop() {
    up.end();
  }

  @Test
  void describesEverythingInRunJson() throws IOException {
    JsonNode run = up.run();
    assertThat(run.path("server").path("url").asString()).startsWith("http://127.0.0.1:");
    assertThat(run.path("workers").size()).isEqualTo(1);
    assertThat(run.path("simulator").path("url").asString()).endsWith("/axis/restservices");
    assertThat(run.path("database").path("url").asString())
        .matches("postgresql://vanguard_operator:\\w+@127\\.0\\.0\\.1:\\d+/vanguard");
    assertThat(run.path("users").values().stream().map(user -> user.path("username").asString()))
        .containsExactly("planner", "planner-rio", "viewer", "admin");
  }

  @Test
  void keepsSecretsFromOtherUsersOfTheMachine() throws IOException {
    for (String file : List.of("run.json", "secrets.json", "demo.json")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
          .as(file)
          .isEqualTo("rw-------");
    }
    String password = up.run().path("users").path(0).path("password").asString();
    String database = URI.create(up.run().path("database").path("url").asString()).getUserInfo();
    assertThat(up.processes())
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(
            process ->
                assertThat(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")))
                    .doesNotContain(password)
                    .doesNotContain(database.split(":", 2)[1]));
  }

  @Test
  void writesRunJsonAsAWholeAndLeavesNoPart() throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("run.json")
          .noneMatch(name -> name.endsWith(".new"));
    }
  }

  @Test
  void refusesASecondUpOnTheSameData() throws IOException {
    UpProcess second = UpProcess.start(data, stub, Map.of());
    assertThat(second.awaitExit()).isEqualTo(1);
    assertThat(second.output()).startsWith("vanguard: another vanguard (process ").hasLineCount(1);
    assertThat(up.run().path("server").path("pid").asLong()).isPositive();
  }

  @Test
  void namesTheTakenPortAndLeavesNothingBehind() throws IOException {
    int taken = URI.create(up.run().path("server").path("url").asString()).getPort();
    UpProcess second = UpProcess.start(folder.resolve("other"), stub, Map.of(), "--port=" + taken);
    assertThat(second.awaitExit()).isEqualTo(1);
    assertThat(second.output()).contains("vanguard: port " + taken + " is taken", "--port");
    assertThat(folder.resolve("other/run.json")).doesNotExist();
  }

  @Test
  void restartsAWorkerThatDiesAndSaysSo() throws IOException {
    long before = up.run().path("workers").path(0).path("pid").asLong();
    ProcessHandle.of(before).orElseThrow().destroyForcibly();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> up.run().path("workers").path(0).path("pid").asLong() != before);
    assertThat(up.output()).contains("worker died (killed by signal 9), restarting");
    assertThat(ProcessHandle.of(up.run().path("workers").path(0).path("pid").asLong())).isPresent();
  }
}
