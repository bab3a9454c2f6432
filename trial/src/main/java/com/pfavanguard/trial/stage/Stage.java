package com.pfavanguard.trial.stage;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.FileTree;
import com.pfavanguard.launcher.data.Ports;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.postgres.Role;
import com.pfavanguard.launcher.process.Child;
import com.pfavanguard.launcher.process.ChildSpec;
import com.pfavanguard.launcher.process.Roster;
import com.pfavanguard.launcher.process.Supervisor;
import com.pfavanguard.launcher.up.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Everything a trial harms, as processes of their own on free ports, with a data folder that goes
 * with it: PostgreSQL, two PEMS simulators, servers and workers.
 */
public final class Stage implements AutoCloseable {
  /**
   * Leases, pauses and timeouts are shorter than in production, so that a trial sees many of their
   * ends: what is promised does not depend on their length.
   */
  private static final Map<String, String> HASTE =
      Map.of(
          "VANGUARD_DATABASE_POOL_SIZE", "6",
          "VANGUARD_PEMS_TIMEOUT", "5s",
          "VANGUARD_WORKER_LEASE", "6s",
          "VANGUARD_WORKER_HOUSEKEEPING_INTERVAL", "1s",
          "VANGUARD_WORKER_RETRY_DELAYS", "500ms,1s,2s",
          "VANGUARD_WORKER_MAX_IN_FLIGHT", "16");

  private final DataDirectory directory;
  private final Supervisor supervisor;
  private final Accounts accounts;
  private final Parts parts;
  private final Parts secondParts;
  private final Tenants tenants;
  private final Operator operator;
  private final String ownerUrl;
  private final Disguise disguise;
  private final Child database;
  private final List<Actor> servers = new ArrayList<>();
  private final List<Actor> workers = new ArrayList<>();
  private final List<String> serverAddresses = new ArrayList<>();

  /**
   * How many of each.
   *
   * @param records those that each simulator makes over all organizations
   */
  public record Size(int servers, int workers, int authors, int records, Budget budget) {}

  private Stage(Installation installation, Path folder, Size size, Disguise disguise)
      throws IOException, InterruptedException {
    this.directory = DataDirectory.open(folder);
    this.supervisor = Supervisor.untiring(new Roster(directory), line -> {});
    this.accounts = Accounts.of(size.authors());
    this.disguise = disguise;
    Secrets secrets = Secrets.open(directory);
    Parts.Ports own;
    Parts.Ports other;
    List<Integer> free = new ArrayList<>();
    try (Ports ports = new Ports()) {
      own = new Parts.Ports(ports.claim(0, ""), ports.claim(0, ""), ports.claim(0, ""));
      other = new Parts.Ports(own.database(), ports.claim(0, ""), ports.claim(0, ""));
      for (int i = 0; i < 2 * size.servers() + size.workers(); i++) {
        free.add(ports.claim(0, ""));
      }
    }
    this.parts = new Parts(installation, directory, secrets, supervisor, own);
    this.secondParts =
        new Parts(
            installation, DataDirectory.open(folder.resolve("second")), secrets, supervisor, other);
    this.tenants = new Tenants(control(own), control(other));
    this.operator = new Operator(parts.database().url(Role.OPERATOR, secrets));
    this.ownerUrl = parts.database().url(Role.OWNER, secrets);
    this.database = start(size, free);
  }

  private static PemsControl control(Parts.Ports ports) {
    return new PemsControl("http://127.0.0.1:" + ports.control());
  }

  /** Starts everything and returns when all of it is ready. */
  public static Stage open(
      Installation installation, Path folder, Size size, Disguise disguise, Consumer<String> say)
      throws IOException, InterruptedException {
    say.accept(
        "starting PostgreSQL, two PEMS simulators, %d servers and %d workers"
            .formatted(size.servers(), size.workers()));
    return new Stage(installation, folder, size, disguise);
  }

  private Child start(Size size, List<Integer> free) throws IOException, InterruptedException {
    try {
      parts.startSimulator(size.records()).markReady();
      secondParts.startSimulator(size.records()).markReady();
      Child started = parts.startDatabase();
      accounts.write(parts.demoFile());
      parts.unpack();
      List<Integer> ports = new ArrayList<>(free);
      TwoConnections direct =
          new TwoConnections(size.budget(), parts.pemsUrl(), secondParts.pemsUrl());
      for (int i = 1; i <= size.servers(); i++) {
        addServer("server-" + i, ports.removeLast(), ports.removeLast(), direct);
      }
      TwoConnections.assign(Tenants.ALONE, ownerUrl);
      TwoConnections disguised =
          new TwoConnections(
              size.budget(),
              disguise.pemsUrl(parts.pemsUrl(), tenants.main()),
              disguise.pemsUrl(secondParts.pemsUrl(), tenants.second()));
      for (int i = 1; i <= size.workers(); i++) {
        addWorker("worker-" + i, ports.removeLast(), disguised);
      }
      for (Actor actor : both()) {
        actor.awaitReady();
      }
      return started;
    } catch (SQLException e) {
      close();
      throw new IOException("the second connection cannot be assigned", e);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private List<Actor> both() {
    return Stream.concat(workers.stream(), servers.stream()).toList();
  }

  /** The others wait for the first, which makes the schema. */
  private void addServer(String name, int port, int managementPort, TwoConnections connections)
      throws IOException, InterruptedException {
    Actor server =
        new Actor(
            name,
            managementPort,
            supervisor,
            life -> with(parts.server(life, port, managementPort), connections, Map.of()));
    servers.add(server);
    serverAddresses.add("http://127.0.0.1:" + port);
    if (servers.size() == 1) {
      server.awaitReady();
    }
  }

  private void addWorker(String name, int managementPort, TwoConnections connections)
      throws IOException {
    workers.add(
        new Actor(
            name,
            managementPort,
            supervisor,
            life ->
                with(
                    parts.worker(life, managementPort, connections.mainUrl()),
                    connections,
                    signing(life))));
  }

  private Map<String, String> signing(String life) {
    Map<String, String> settings = new HashMap<>(disguise.workerSettings());
    settings.put("VANGUARD_WORKER_ID", life);
    return settings;
  }

  /** The specification with the trial's haste and tenants, and these settings above all. */
  private static ChildSpec with(
      ChildSpec spec, TwoConnections connections, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(HASTE);
    environment.putAll(spec.environment());
    environment.putAll(connections.settings(environment));
    environment.putAll(settings);
    return new ChildSpec(spec.name(), spec.kind(), spec.command(), environment, spec.log());
  }

  public List<Actor> servers() {
    return servers;
  }

  public List<Actor> workers() {
    return workers;
  }

  public List<String> serverAddresses() {
    return serverAddresses;
  }

  public Accounts accounts() {
    return accounts;
  }

  public Tenants tenants() {
    return tenants;
  }

  public Operator operator() {
    return operator;
  }

  /**
   * Holds up whoever wants to write to a table, until it is closed.
   *
   * @throws SQLException when the table is held already for too long
   */
  public Blockade block(String table) throws SQLException {
    return Blockade.of(ownerUrl, table);
  }

  /** From now on there are so many organizations, and somebody may look into all of them. */
  public void growTo(int organizations, String executive) throws SQLException {
    new Portfolio(organizations, executive).make(ownerUrl);
  }

  /** kill -9 of PostgreSQL's main process; its keeper starts it again. */
  public void killDatabase() {
    ProcessHandle.of(database.pid()).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Ends every process and deletes the data; the logs stay. */
  @Override
  public void close() throws IOException {
    try {
      end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while ending the processes", e);
    } finally {
      disguise.close();
      forgetAllButLogs();
    }
  }

  private void forgetAllButLogs() throws IOException {
    List<Path> entries;
    try (Stream<Path> all = Files.list(directory.path())) {
      entries = all.filter(entry -> !entry.equals(directory.logs())).toList();
    }
    for (Path entry : entries) {
      FileTree.delete(entry);
    }
  }

  /** Nobody needs a graceful end any more, and two servers would take their time over it. */
  private void end() throws IOException, InterruptedException {
    for (List<Actor> actors : List.of(workers, servers)) {
      for (Actor actor : actors) {
        actor.kill();
      }
    }
    supervisor.stop();
  }
}
