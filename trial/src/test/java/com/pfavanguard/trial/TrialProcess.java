package com.pfavanguard.trial;

import com.pfavanguard.launcher.console.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The trial command in a process of its own, as the script starts it. */
record TrialProcess(int exitCode, String standardOutput, String standardError) {

  static TrialProcess run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("trial", ".out");
    Path err = Files.createTempFile("trial", ".err");
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-Dvanguard.root=" + System.getProperty("vanguard.root"));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(TrialCommand.class.getName());
      command.addAll(List.of(arguments));
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      int exitCode = process.waitFor();
      return new TrialProcess(exitCode, Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  JsonNode json() {
    return Json.parse(standardOutput);
  }

  String output() {
    return standardError + standardOutput;
  }
}
