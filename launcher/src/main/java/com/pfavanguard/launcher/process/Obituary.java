package com.pfavanguard.launcher.process;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.Disk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What to tell about a process that died. */
record Obituary(String name, Path log, String cause, List<String> lastLines) {
  private static final int LINES = 12;
  private static final int SIGNAL_BASE = 128;

  static Obituary of(ChildSpec spec, int exit) {
    List<String> tail = LogFile.tail(spec.log(), LINES);
    return new Obituary(spec.name(), spec.log(), cause(exit, tail), tail);
  }

  private static String cause(int exit, List<String> tail) {
    if (tail.stream().anyMatch(Disk::isFull)) {
      return "the disk is full";
    }
    return exit > SIGNAL_BASE ? "killed by signal " + (exit - SIGNAL_BASE) : "exit code " + exit;
  }

  String restarting(Duration pause) {
    return "%s died (%s), restarting in %.1f s; log: %s"
        .formatted(name, cause, pause.toMillis() / 1000.0, log);
  }

  Refusal whileStarting() {
    return new Refusal("%s did not start (%s); %s".formatted(name, cause, evidence()));
  }

  Refusal afterDeaths(int deaths) {
    return new Refusal(
        "%s died %d times in a row (%s), giving up; %s".formatted(name, deaths, cause, evidence()));
  }

  private String evidence() {
    return lastLines.isEmpty()
        ? "its log " + log + " is empty"
        : "the end of " + log + ":\n  " + String.join("\n  ", lastLines);
  }
}
