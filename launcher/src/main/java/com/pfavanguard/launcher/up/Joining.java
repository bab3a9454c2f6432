package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.DataLock;
import com.pfavanguard.launcher.data.Ports;
import com.pfavanguard.launcher.data.RunFile;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.postgres.DatabaseAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** One more server or worker beside a running {@code up}; it ends with it. */
public final class Joining {
  private final DataDirectory directory;
  private final Console console;
  private final Programs programs;
  private final Foreground foreground;

  /**
   * @throws Refusal when no {@code up} is ready on the data directory
   */
  public Joining(Installation installation, Path dataDirectory, Console console)
      throws IOException {
    this.directory = DataDirectory.existing(dataDirectory);
    this.console = console;
    this.foreground = new Foreground(directory, console);
    JsonNode run = new RunFile(directory).read();
    String database = run.path("database").path("url").asString("");
    this.programs =
        new Programs(
            AppImage.of(installation, directory.cache()),
            directory,
            Secrets.open(directory),
            new DatabaseAddress(URI.create(database).getPort()),
            Pems.of(run.path("simulator")));
  }

  /** Returns only by a refusal: what it runs ends with Ctrl-C. */
  public int server(int port, int managementPort) throws IOException, InterruptedException {
    endWithUp();
    int own;
    int management;
    try (Ports ports = new Ports()) {
      own = ports.claim(port, "--port");
      management = ports.claim(managementPort, "--management-port");
    }
    return foreground.run(
        programs.server(name("server"), own, management),
        child -> Readiness.ofApp(management, Addresses.http(own)),
        new Announcement(console, Addresses.http(own), Addresses.http(management)));
  }

  /** Returns only by a refusal: what it runs ends with Ctrl-C. */
  public int worker(int managementPort) throws IOException, InterruptedException {
    endWithUp();
    int management;
    try (Ports ports = new Ports()) {
      management = ports.claim(managementPort, "--management-port");
    }
    return foreground.run(
        programs.worker(name("worker"), management),
        child -> Readiness.ofApp(management, "writes to PEMS"),
        new JoinedWorker(new RunFile(directory), console, management));
  }

  private static String name(String role) {
    return role + "-" + ProcessHandle.current().pid();
  }

  private void endWithUp() throws IOException {
    ProcessHandle up =
        ProcessHandle.of(DataLock.holder(directory).orElse(0))
            .orElseThrow(() -> new Refusal("the vanguard up of this data directory has died"));
    Refusal reason = new Refusal("the vanguard up on " + directory.path() + " has stopped");
    Thread.ofVirtual()
        .start(
            () -> {
              up.onExit().join();
              foreground.end(reason);
            });
  }

  /** Tells where the process is, once. */
  static String located(String url, String managementUrl, long pid) {
    return Json.line(
        Json.object()
            .put("ready", true)
            .put("url", url)
            .put("managementUrl", managementUrl)
            .put("pid", pid));
  }
}
