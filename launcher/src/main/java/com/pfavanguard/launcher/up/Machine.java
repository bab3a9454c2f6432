package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.RunFile;
import com.pfavanguard.launcher.data.Secret;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.postgres.DatabaseAddress;
import com.pfavanguard.launcher.postgres.Mirror;
import com.pfavanguard.launcher.postgres.PostgresBinaries;
import com.pfavanguard.launcher.postgres.PostgresCluster;
import com.pfavanguard.launcher.postgres.PostgresServer;
import com.pfavanguard.launcher.process.Child;
import com.pfavanguard.launcher.process.Roster;
import com.pfavanguard.launcher.process.Supervisor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Everything on one machine: database, simulator, server, workers. */
final class Machine {
  private final Installation installation;
  private final DataDirectory directory;
  private final Console console;
  private final Supervisor supervisor;
  private final RunFile runFile;
  private final Front front = new Front();
  private boolean stopped;

  Machine(Installation installation, DataDirectory directory, Console console) {
    this.installation = installation;
    this.directory = directory;
    this.console = console;
    this.supervisor = new Supervisor(new Roster(directory), console::say);
    this.runFile = new RunFile(directory);
  }

  /**
   * Returns when everything is ready and {@code run.json} tells so.
   *
   * @throws Refusal when something cannot be started
   */
  RunDescription start(UpOptions options, Secrets secrets)
      throws IOException, InterruptedException {
    Addresses addresses = Addresses.claim(options);
    Pems pems = Pems.simulated(addresses.simulator(), secrets);
    DatabaseAddress address = new DatabaseAddress(addresses.database());
    AppImage image = AppImage.of(installation, directory.cache());
    Programs programs = new Programs(image, directory, secrets, address, pems);
    QuickStart quickStart = new QuickStart(image, supervisor, directory.logs());
    quickStart.unpackAside();
    Child simulator = startSimulator(pems, addresses, options.records());
    Child database = startDatabase(address, secrets);
    DemoFile.write(directory, secrets);
    quickStart.awaitUnpacked();
    RunDescription.Processes processes = startProduct(programs, addresses, database, simulator);
    front.open(addresses, directory.path());
    firstRead(address, addresses, secrets);
    RunDescription run = new RunDescription(installation, programs, addresses, processes);
    publish(run);
    quickStart.trainAside(processes.servers().getFirst().spec());
    return run;
  }

  private Child startSimulator(Pems pems, Addresses addresses, int records) throws IOException {
    return supervisor.start(
        new SimulatorProgram(installation, directory, pems)
            .spec(addresses.simulator(), addresses.simulatorControl(), records));
  }

  private Child startDatabase(DatabaseAddress address, Secrets secrets)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    console.status("starting database");
    PostgresBinaries binaries =
        PostgresBinaries.unpacked(installation.programFolders(directory.cache()));
    PostgresCluster cluster = new PostgresCluster(directory, binaries);
    cluster.prepare(secrets);
    Child database = supervisor.start(cluster.process(address.port()));
    new PostgresServer(database, address).awaitReady(secrets);
    console.say(
        "  %-10s %5.1f s  PostgreSQL on port %d"
            .formatted(database.spec(), (System.nanoTime() - begun) / 1e9, address.port()));
    return database;
  }

  private RunDescription.Processes startProduct(
      Programs programs, Addresses addresses, Child database, Child simulator)
      throws IOException, InterruptedException {
    try {
      Steps steps = new Steps(console);
      steps.add(simulator, Readiness.ofSimulator(simulator));
      List<Child> servers = startServers(programs, addresses, steps);
      List<Child> workers = startWorkers(programs, addresses, steps);
      return new RunDescription.Processes(database, simulator, servers, workers);
    } catch (Refusal refusal) {
      programs.image().distrust();
      throw refusal;
    }
  }

  private List<Child> startServers(Programs programs, Addresses addresses, Steps steps)
      throws IOException, InterruptedException {
    List<Child> servers = new ArrayList<>();
    for (Addresses.Server ports : addresses.servers()) {
      String name = addresses.servers().size() == 1 ? "server" : Front.name(servers.size());
      Child server = supervisor.start(programs.server(name, ports.port(), ports.management()));
      servers.add(server);
      steps.add(server, Readiness.ofApp(ports.management(), ports.url()));
      if (servers.size() < addresses.servers().size()) {
        // The first one makes the schema.
        steps.await();
      }
    }
    return servers;
  }

  private List<Child> startWorkers(Programs programs, Addresses addresses, Steps steps)
      throws IOException, InterruptedException {
    LastReady lastReady = new LastReady(directory, programs.image());
    if (!lastReady.isThisBuild()) {
      steps.await();
    }
    List<Child> workers = new ArrayList<>();
    for (int port : addresses.workerManagement()) {
      String name = workers.isEmpty() ? "worker" : "worker-" + (workers.size() + 1);
      Child worker = supervisor.start(programs.worker(name, port));
      steps.add(worker, Readiness.ofApp(port, "writes to PEMS"));
      workers.add(worker);
    }
    steps.await();
    lastReady.remember();
    return workers;
  }

  private void firstRead(DatabaseAddress address, Addresses addresses, Secrets secrets)
      throws IOException, InterruptedException {
    Mirror mirror = new Mirror(address, secrets);
    List<String> unread = DemoUser.ADMIN.organizations().stream().filter(mirror::isEmpty).toList();
    if (!unread.isEmpty()) {
      VanguardApi admin =
          VanguardApi.anonymous(Addresses.http(addresses.users()))
              .login(DemoUser.ADMIN.username(), secrets.of(Secret.ADMIN));
      new FirstRead(admin, console).run(unread);
    }
  }

  private synchronized void publish(RunDescription run) throws IOException {
    if (stopped) {
      throw new Refusal("stopped");
    }
    runFile.write(run.toJson());
    supervisor.onRestart(child -> republish(run));
  }

  private void republish(RunDescription run) {
    try {
      runFile.update(run::toJson);
    } catch (IOException e) {
      console.say("run.json still names the old process: " + e);
    }
  }

  Refusal awaitGivingUp() throws InterruptedException {
    return supervisor.awaitGivingUp();
  }

  /** Stops all in order; a second caller waits until the first is done. */
  synchronized void stop() throws IOException, InterruptedException {
    if (!stopped) {
      stopped = true;
      runFile.remove();
      front.close();
      supervisor.stop();
    }
  }
}
