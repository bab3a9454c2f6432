package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.DataLock;
import com.pfavanguard.launcher.data.Disk;
import com.pfavanguard.launcher.data.RunFile;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.process.Leftovers;
import com.pfavanguard.launcher.process.StopOnSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code ./vanguard up}: from a data directory to a ready product, until it is told to stop. */
public final class Up {
  private static final long LATER_START_MIB = 200;
  private static final long FIRST_START_MIB = 600;
  private static final long RECORDS_PER_MIB = 300;
  private static final int SUCCESS = 0;
  private static final int FAILURE = 1;

  private final Installation installation;
  private final Console console;
  private final long begun = System.nanoTime();

  public Up(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  /**
   * Runs until it is stopped; returns only by a refusal.
   *
   * @throws Refusal when it cannot start, or a process cannot be kept alive
   */
  public int run(Path dataDirectory, UpOptions options) throws IOException, InterruptedException {
    installation.requireBuilt();
    DataDirectory directory = DataDirectory.open(dataDirectory);
    try (DataLock _ = DataLock.acquire(directory)) {
      new Leftovers(directory, console::say).stop();
      new RunFile(directory).remove();
      if (options.fresh()) {
        directory.clear();
      }
      boolean first = !Files.exists(directory.postgres());
      long firstStart = FIRST_START_MIB + options.records() / RECORDS_PER_MIB;
      Disk.requireFree(directory.path(), first ? firstStart : LATER_START_MIB);
      return run(directory, options);
    }
  }

  private int run(DataDirectory directory, UpOptions options)
      throws IOException, InterruptedException {
    Secrets secrets = Secrets.open(directory);
    Machine machine = new Machine(installation, directory, console);
    AtomicBoolean ready = new AtomicBoolean();
    try (StopOnSignal _ = new StopOnSignal(() -> stop(machine, ready.get()))) {
      try {
        console.say("PFA Vanguard " + installation.version() + ", data in " + directory.path());
        RunDescription run = machine.start(options, secrets);
        ready.set(true);
        welcome(run, directory);
        throw machine.awaitGivingUp();
      } finally {
        machine.stop();
      }
    }
  }

  private int stop(Machine machine, boolean wasReady) throws IOException, InterruptedException {
    console.status("");
    console.say("stopping worker, server, simulator, database");
    machine.stop();
    console.say("stopped");
    return wasReady ? SUCCESS : FAILURE;
  }

  private void welcome(RunDescription run, DataDirectory directory) {
    String address = Addresses.http(run.addresses().users());
    double seconds = (System.nanoTime() - begun) / 1e9;
    console.say("");
    console.say("Ready in %.1f s at %s".formatted(seconds, address));
    console.say("");
    for (DemoUser user : DemoUser.values()) {
      String password = run.programs().secrets().of(user.secret());
      console.say("  %-12s %s  %s".formatted(user.username(), password, user.about()));
    }
    console.say("");
    console.say("For scripts: " + directory.runFile() + ". Ctrl-C stops everything.");
    console.result(
        Json.line(
            Json.object()
                .put("ready", true)
                .put("url", address)
                .put("runFile", directory.runFile().toString())
                .put("dataDirectory", directory.path().toString())
                .put("pid", ProcessHandle.current().pid())));
  }
}
