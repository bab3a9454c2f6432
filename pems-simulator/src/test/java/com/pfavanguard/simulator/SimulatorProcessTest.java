package com.pfavanguard.simulator;

import static com.pfavanguard.simulator.SimulatorClient.number;
import static com.pfavanguard.simulator.SimulatorClient.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a process of its own. */
class SimulatorProcessTest {
  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(Process::destroyForcibly);
  }

  private Process start(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorCommand.class.getName(),
                "--control-port=0"));
    command.addAll(List.of(more));
    if (List.of(more).stream().noneMatch(option -> option.startsWith("--port"))) {
      command.add("--port=0");
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PEMS_SIMULATOR_PASSWORD", SimulatorClient.PASSWORD);
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static JsonNode ready(Process process) throws IOException {
    BufferedReader output = process.inputReader();
    return new JsonMapper().readTree(output.readLine());
  }

  private static SimulatorClient client(JsonNode ready) {
    return new SimulatorClient(ready.path("url").asString(), ready.path("controlUrl").asString());
  }

  @Test
  void remembersEveryAnsweredWriteOverAKill() throws Exception {
    String data = "--data-dir=" + folder.resolve("data");
    Process first = start(data, "--records=500");
    SimulatorClient pems = client(ready(first));
    for (int record = 1; record <= 50; record++) {
      String key = "RIO/PFA-%07d".formatted(record);
      pems.screen("UPDATE", key, pair("PFS_F_RATE", number(record, 0)));
    }
    JsonNode writes = pems.control("/writes");
    first.destroyForcibly().waitFor();
    SimulatorClient again = client(ready(start(data, "--records=500")));
    assertThat(writes.size()).isEqualTo(50);
    assertThat(again.control("/writes")).isEqualTo(writes);
    JsonNode record = again.control("/records/RIO/PFA-0000050");
    assertThat(record.at("/fields/monthlyRate").asString()).isEqualTo("50");
    assertThat(record.path("recordid")).isEqualTo(writes.path(49).path("recordid"));
  }

  @Test
  void saysOneLineWhenReadyAndEndsOnSigterm() throws Exception {
    Process process = start("--records=200");
    JsonNode ready = ready(process);
    assertThat(ready.path("url").asString()).endsWith("/axis/restservices");
    assertThat(ready.path("tenant").asString()).isEqualTo("DEMO");
    assertThat(ready.path("pid").asLong()).isEqualTo(process.pid());
    assertThat(ready.path("records").asInt()).isEqualTo(200);
    assertThat(client(ready).get("/organization").status()).isEqualTo(200);
    process.toHandle().destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.inputReader().readLine()).isNull();
  }

  @Test
  void saysOneClearLineWhenItCannotStart() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Process process = start("--port=" + taken.getLocalPort());
      assertThat(process.waitFor()).isEqualTo(1);
      List<String> lines = process.errorReader().lines().toList();
      assertThat(lines).hasSize(1);
      assertThat(lines.getFirst()).contains("port " + taken.getLocalPort() + " is taken");
    }
    Process negative = start("--records=-1");
    assertThat(negative.waitFor()).isEqualTo(1);
    assertThat(negative.errorReader().readLine()).contains("0 or above");
    Process wrong = start("--records=many");
    assertThat(wrong.waitFor()).isEqualTo(2);
  }

  @Test
  void losesNothingWhenAnEmbeddedOneIsClosed() throws IOException {
    SimulatorOptions options =
        SimulatorOptions.inMemory(SimulatorClient.PASSWORD)
            .withRecords(200, 1)
            .withDataDir(folder.resolve("embedded"));
    PemsSimulator simulator = PemsSimulator.start(options);
    SimulatorClient pems = SimulatorClient.of(simulator);
    pems.screen("UPDATE", "RIO/PFA-0000001", pair("PFS_F_RATE", number(7, 0)));
    simulator.close();
    assertThatThrownBy(() -> pems.get("/organization"));
    try (PemsSimulator again = PemsSimulator.start(options)) {
      assertThat(SimulatorClient.of(again).control("/writes").size()).isEqualTo(1);
    }
  }
}
