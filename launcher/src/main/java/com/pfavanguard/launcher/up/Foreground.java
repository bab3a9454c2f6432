package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.process.Child;
import com.pfavanguard.launcher.process.ChildSpec;
import com.pfavanguard.launcher.process.Roster;
import com.pfavanguard.launcher.process.StopOnSignal;
import com.pfavanguard.launcher.process.Supervisor;
import java.io.IOException;
import java.util.function.Function;

/** One process of the product kept alive in the foreground, until Ctrl-C. */
final class Foreground {
  private static final int FAILURE = 1;

  private final Console console;
  private final Supervisor supervisor;

  /** What to do around the life of the process. */
  interface Hooks {
    /** Also after each restart, for the process id has changed. */
    void ready(Child child) throws IOException;

    void stopping(Child child) throws IOException;
  }

  Foreground(DataDirectory directory, Console console) {
    this.console = console;
    this.supervisor = new Supervisor(new Roster(directory), console::say);
  }

  /** Ends the foreground from elsewhere, with this reason. */
  void end(Refusal reason) {
    supervisor.giveUp(reason);
  }

  int run(ChildSpec spec, Function<Child, Readiness> readiness, Hooks hooks)
      throws IOException, InterruptedException {
    Child child = supervisor.start(spec);
    try (StopOnSignal _ = new StopOnSignal(() -> stop(child, hooks))) {
      try {
        Steps steps = new Steps(console);
        steps.add(child, readiness.apply(child));
        steps.await();
        hooks.ready(child);
        supervisor.onRestart(again -> restarted(again, hooks));
        throw supervisor.awaitGivingUp();
      } finally {
        stop(child, hooks);
      }
    }
  }

  private void restarted(Child child, Hooks hooks) {
    try {
      hooks.ready(child);
    } catch (IOException e) {
      console.say("the new process of " + child.spec() + " is not in run.json: " + e);
    }
  }

  private synchronized int stop(Child child, Hooks hooks) throws IOException, InterruptedException {
    console.status("");
    hooks.stopping(child);
    supervisor.stop();
    return FAILURE - 1;
  }
}
