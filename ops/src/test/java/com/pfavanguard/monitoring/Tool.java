package com.pfavanguard.monitoring;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of this machine, run to its end. */
final class Tool {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Tool() {}

  /** Its exit code and all it said. */
  record Ended(int code, String output) {}

  /** Skips the test loudly where the program is missing; with CI=true it fails instead. */
  static void need(String program) {
    boolean there =
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if (!there) {
      String message = program + " is not installed: apt-get install, see .ci/run";
      System.err.println("SKIPPED: " + message);
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message);
      }
      abort(message);
    }
  }

  static Ended run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("tool", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command + " hangs: " + Files.readString(output));
    }
    String said = Files.readString(output);
    Files.delete(output);
    return new Ended(process.exitValue(), said);
  }

  static Ended run(Path folder, String... command) throws IOException, InterruptedException {
    return run(folder, Map.of(), List.of(command));
  }
}
