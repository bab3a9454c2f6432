package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.DataLock;
import com.pfavanguard.launcher.data.Ports;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.process.ChildSpec;
import com.pfavanguard.launcher.process.Leftovers;
import java.io.IOException;
import java.nio.file.Path;

/** The PEMS simulator alone, on a data directory that no {@code up} is using. */
public final class LoneSimulator {
  private final Installation installation;
  private final Console console;

  public LoneSimulator(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  /** Returns only by a refusal: what it runs ends with Ctrl-C. */
  public int run(Path dataDirectory, int port, int records)
      throws IOException, InterruptedException {
    DataDirectory directory = DataDirectory.open(dataDirectory);
    try (DataLock _ = DataLock.acquire(directory)) {
      new Leftovers(directory, console::say).stop();
      int own;
      int control;
      try (Ports ports = new Ports()) {
        own = ports.claim(port, "--port");
        control = ports.claim(port == 0 ? 0 : port + 1, "--port");
      }
      Secrets secrets = Secrets.open(directory);
      Pems pems = Pems.simulated(own, secrets);
      ChildSpec spec =
          new SimulatorProgram(installation, directory, pems).spec(own, control, records);
      console.say("user " + pems.user() + ", password in " + directory.path() + "/secrets.json");
      return new Foreground(directory, console)
          .run(
              spec,
              Readiness::ofSimulator,
              new Announcement(console, pems.url(), Addresses.http(control)));
    }
  }
}
