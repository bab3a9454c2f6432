package com.pfavanguard.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

// A guard against hanging, no measure of speed.
@Timeout(120)
class SupervisorTest {
  private @TempDir Path folder;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private Supervisor supervisor;

  @BeforeEach
  void make() {
    DataDirectory directory = DataDirectory.open(folder.resolve("data"));
    supervisor = new Supervisor(new Roster(directory), said::add, Duration.ofMillis(5));
  }

  @AfterEach
  void stop() throws Exception {
    supervisor.stop();
  }

  private Child start(String name, ChildKind kind, String script) throws IOException {
    List<String> command = List.of("bash", "-c", script);
    return supervisor.start(
        new ChildSpec(
            name, kind, command, Map.of("HERE", folder.toString()), folder.resolve(name + ".log")));
  }

  @Test
  void stopsThoseThatDependOnOthersFirst() throws Exception {
    for (ChildKind kind : List.of(ChildKind.SERVER, ChildKind.WORKER, ChildKind.SIMULATOR)) {
      String script =
          "trap 'echo %s >>$HERE/order; exit' TERM; echo up; while :; do sleep 0.05; done";
      Child child = start(kind.name(), kind, script.formatted(kind));
      await().until(() -> !LogFile.tail(child.spec().log(), 1).isEmpty());
      child.markReady();
    }

    supervisor.stop();

    assertThat(Files.readAllLines(folder.resolve("order")))
        .containsExactly("WORKER", "SERVER", "SIMULATOR");
  }

  @Test
  void givesUpOnAProcessThatKeepsDyingAndShowsTheEndOfItsLog() throws Exception {
    Child child =
        start(
            "worker",
            ChildKind.WORKER,
            "while [ ! -e $HERE/go ]; do sleep 0.05; done; echo no luck; exit 7");
    child.markReady();
    Files.createFile(folder.resolve("go"));

    Refusal refusal = supervisor.awaitGivingUp();

    assertThat(refusal).hasMessageContainingAll("worker died 5 times", "exit code 7", "no luck");
    assertThat(said).filteredOn(line -> line.contains("restarting")).hasSize(4);
  }

  @Test
  void doesNotRestartAProcessThatNeverWorked() throws Exception {
    Child child = start("server", ChildKind.SERVER, "echo bad setting; exit 1");

    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(child::requireAlive)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContainingAll("server did not start", "bad setting"));
    assertThat(said).isEmpty();
  }

  @Test
  void startsNothingOnceItIsStopping() throws Exception {
    supervisor.stop();

    assertThatThrownBy(() -> start("late", ChildKind.WORKER, "sleep 600"))
        .isInstanceOf(Refusal.class);
  }
}
