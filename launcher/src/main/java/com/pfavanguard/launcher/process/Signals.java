package com.pfavanguard.launcher.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals that the JDK cannot send by itself. */
final class Signals {
  private Signals() {}

  /** Sends the signal; a process that has ended meanwhile is no error. */
  static void send(long pid, String signal) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(pid))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    kill.waitFor(5, TimeUnit.SECONDS);
  }
}
