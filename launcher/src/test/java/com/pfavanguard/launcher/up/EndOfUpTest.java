package com.pfavanguard.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.postgres.PostgresBinaries;
import com.pfavanguard.launcher.postgres.PostgresCluster;
import com.pfavanguard.launcher.stub.StubJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

// A guard against hanging, no measure of speed.
@Timeout(120)
class EndOfUpTest {
  private static @TempDir Path template;
  private @TempDir Path folder;
  private Path stub;
  private Path data;

  @BeforeAll
  static void initialiseOnce() throws Exception {
    DataDirectory directory = DataDirectory.open(template.resolve("data"));
    PostgresBinaries binaries = PostgresBinaries.unpacked(List.of(Path.of("target")));
    new PostgresCluster(directory, binaries).prepare(Secrets.open(directory));
  }

  @BeforeEach
  void copyData() throws Exception {
    stub = StubJar.in(folder);
    data = folder.resolve("data");
    new ProcessBuilder("cp", "-a", template.resolve("data").toString(), data.toString())
        .start()
        .waitFor();
  }

  @Test
  void leavesNoProcessAfterCtrlCAndKeepsTheData() throws Exception {
    UpProcess up = UpProcess.start(data, stub, Map.of()).awaitReady();
    List<ProcessHandle> processes = up.processes();
    String users = up.run().path("users").toString();

    up.interrupt();

    assertThat(up.awaitExit()).isZero();
    assertThat(processes).hasSizeGreaterThanOrEqualTo(5).noneMatch(ProcessHandle::isAlive);
    assertThat(data.resolve("run.json")).doesNotExist();
    assertThat(Files.readString(data.resolve("logs/database.log")))
        .contains("received fast shutdown request", "database system is shut down");

    UpProcess again = UpProcess.start(data, stub, Map.of()).awaitReady();
    assertThat(again.run().path("users").toString()).isEqualTo(users);
    again.end();
  }

  @Test
  void takesItsChildrenAlongWhenKilledAndStartsAgain() throws IOException {
    UpProcess up = UpProcess.start(data, stub, Map.of()).awaitReady();
    List<ProcessHandle> processes = up.processes();

    up.kill();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(data.resolve("run.json")).exists();
    UpProcess again = UpProcess.start(data, stub, Map.of(), "--json");
    await().atMost(Duration.ofSeconds(30)).until(() -> again.output().contains("\"ready\":true"));
    again.end();
  }

  @Test
  void tellsWhyAProcessDoesNotStartAndStopsTheOthers() throws IOException {
    UpProcess up = UpProcess.start(data, stub, Map.of("STUB_FAILS", "vanguard.role=server"));

    assertThat(up.awaitExit()).isEqualTo(1);
    assertThat(up.output())
        .contains("vanguard: server did not start (exit code 3)", "stub: cannot work like this");
    assertThat(up.processes()).noneMatch(ProcessHandle::isAlive);
    assertThat(data.resolve("run.json")).doesNotExist();
  }

  @Test
  void refusesToFreshenAForeignFolder() throws IOException {
    Path precious = folder.resolve("precious");
    Files.createDirectories(precious);
    Files.writeString(precious.resolve("thesis.txt"), "years of work");

    UpProcess up = UpProcess.start(precious, stub, Map.of(), "--fresh");

    assertThat(up.awaitExit()).isEqualTo(1);
    assertThat(up.output()).contains("not a vanguard data directory").hasLineCount(1);
    assertThat(precious.resolve("thesis.txt")).hasContent("years of work");
  }
}
