package com.pfavanguard.launcher.up;

import static org.awaitility.Awaitility.await;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.Vanguard;
import com.pfavanguard.launcher.console.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The real command in a process of its own, with stubs for the product's programs. */
final class UpProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path dataDirectory;
  private final Path output;
  private final Process process;

  private UpProcess(Path dataDirectory, Path output, Process process) {
    this.dataDirectory = dataDirectory;
    this.output = output;
    this.process = process;
  }

  static UpProcess start(
      Path dataDirectory, Path stubJar, Map<String, String> environment, String... options)
      throws IOException {
    List<String> command =
        new ArrayList<>(List.of(Installation.java(), "-Xmx256m", "-Xshare:auto"));
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dvanguard.root=" + Path.of("..").toRealPath());
    command.add("-Dvanguard.app.jar=" + stubJar);
    command.add("-Dvanguard.simulator.jar=" + stubJar);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Vanguard.class.getName(), "up", "--data-dir", dataDirectory.toString()));
    command.addAll(List.of("--management-port=0", "--simulator-port=0"));
    command.addAll(List.of(options));
    if (Stream.of(options).noneMatch(option -> option.startsWith("--port"))) {
      command.add("--port=0");
    }
    Path output = Files.createTempFile(stubJar.getParent(), "up", ".out");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(output.toFile()).start();
    // A failed test may leave it running; its children go with it.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new UpProcess(dataDirectory, output, process);
  }

  UpProcess awaitReady() {
    await()
        .atMost(PATIENCE)
        .until(() -> !process.isAlive() || Files.exists(dataDirectory.resolve("run.json")));
    if (!process.isAlive()) {
      throw new AssertionError("ended with " + process.exitValue() + ": " + output());
    }
    return this;
  }

  int awaitExit() {
    await().atMost(PATIENCE).until(() -> !process.isAlive());
    return process.exitValue();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode run() throws IOException {
    return Json.parse(Files.readString(dataDirectory.resolve("run.json")));
  }

  /** The launcher and all that it started. */
  List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("/bin/sh", "-c", "kill -INT " + process.pid()).start().waitFor();
  }

  void kill() {
    process.destroyForcibly();
  }

  /** Stops it in order, whatever the test came to. */
  void end() {
    process.destroy();
    awaitExit();
  }
}
