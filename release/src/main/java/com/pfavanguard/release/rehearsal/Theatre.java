package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.FileTree;
import com.pfavanguard.launcher.data.Ports;
import com.pfavanguard.launcher.data.Secret;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.postgres.Role;
import com.pfavanguard.launcher.process.Child;
import com.pfavanguard.launcher.process.ChildKind;
import com.pfavanguard.launcher.process.ChildSpec;
import com.pfavanguard.launcher.process.Roster;
import com.pfavanguard.launcher.process.Supervisor;
import com.pfavanguard.launcher.up.Parts;
import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.release.adapter.traffic.Fleet.Part;
import com.pfavanguard.traffic.Changeover;
import com.pfavanguard.traffic.Colour;
import com.pfavanguard.traffic.jvm.JvmProxy;
import com.pfavanguard.traffic.jvm.JvmSwitch;
import com.pfavanguard.traffic.jvm.ProxySettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A production of one's own, gone when it is closed: PostgreSQL, the PEMS simulator, the previous
 * version in blue behind the proxy, an empty berth in green.
 */
final class Theatre implements AutoCloseable {
  private final DataDirectory directory;
  private final Secrets secrets;
  private final Supervisor supervisor;
  private final Parts parts;
  private final Parts previousParts;
  private final LocalFleet fleet;
  private final JvmProxy proxy;
  private final Child database;
  private final int control;
  private final Personas personas = Personas.made();
  private final Builds builds;
  private volatile String testerPassword = personas.password();
  private final Map<Colour, URI> addresses = new HashMap<>();

  /** What is deployed, and what it replaces. */
  record Builds(Build deployed, Build previous) {}

  Theatre(Path folder, Builds builds, int records, Consumer<String> say)
      throws IOException, InterruptedException {
    this.directory = DataDirectory.open(folder);
    this.secrets = Secrets.open(directory);
    this.supervisor = Supervisor.untiring(new Roster(directory), say);
    this.builds = builds;
    try (Ports free = new Ports()) {
      Parts.Ports ports = new Parts.Ports(free.claim(0, ""), free.claim(0, ""), free.claim(0, ""));
      this.control = ports.control();
      this.parts = parts(builds.deployed(), ports);
      this.previousParts = parts(builds.previous(), ports);
      this.fleet = new LocalFleet(supervisor);
      berth(Colour.BLUE, previousParts, builds.previous(), free);
      berth(Colour.GREEN, parts, builds.deployed(), free);
    }
    try {
      say.accept("starting PostgreSQL and the PEMS simulator");
      parts.startSimulator(records).markReady();
      this.database = parts.startDatabase();
      database.markReady();
      personas.write(parts.demoFile());
      parts.unpack();
      previousParts.unpack();
      say.accept("starting version " + builds.previous().version());
      fleet.start(Part.backend, Colour.BLUE);
      fleet.start(Part.worker, Colour.BLUE);
      this.proxy = proxy();
      previousParts.trainAside(previousParts.server("training", 0, 0));
    } catch (IOException | InterruptedException | RuntimeException e) {
      close(supervisor, directory);
      throw e;
    }
  }

  private Parts parts(Build build, Parts.Ports ports) throws IOException {
    return new Parts(build.installation(), directory, secrets, supervisor, ports);
  }

  private void berth(Colour colour, Parts own, Build build, Ports free) throws IOException {
    int port = free.claim(0, "");
    Map<Part, Integer> management =
        Map.of(Part.backend, free.claim(0, ""), Part.worker, free.claim(0, ""));
    fleet.berth(
        colour,
        new LocalFleet.Berth(
            port,
            management,
            (part, name) -> {
              int managementPort = fleet.managementPort(part, colour);
              return of(
                  build,
                  part == Part.backend
                      ? own.server(name, port, managementPort)
                      : own.worker(name, managementPort, own.pemsUrl()));
            }));
    addresses.put(colour, URI.create("http://127.0.0.1:" + port));
  }

  private static ChildSpec of(Build build, ChildSpec spec) {
    Map<String, String> environment = new HashMap<>(spec.environment());
    Path info = build.buildInfo();
    if (info != null) {
      environment.put("SPRING_INFO_BUILD_LOCATION", info.toUri().toString());
    }
    environment.put("VANGUARD_DATABASE_POOL_SIZE", "8");
    return new ChildSpec(spec.name(), spec.kind(), spec.command(), environment, spec.log());
  }

  private JvmProxy proxy() throws IOException {
    return new JvmProxy(
        new ProxySettings(
            "127.0.0.1",
            0,
            address(Colour.BLUE),
            address(Colour.GREEN),
            Files.createDirectories(directory.path().resolve("proxy"))));
  }

  private URI address(Colour colour) {
    URI address = addresses.get(colour);
    if (address == null) {
      throw new IllegalStateException("no address of " + colour);
    }
    return address;
  }

  URI publicAddress() {
    return URI.create("http://127.0.0.1:" + proxy.port());
  }

  JvmSwitch turnout() {
    return new JvmSwitch(directory.path().resolve("proxy"));
  }

  Changeover changeover() {
    return new Changeover(turnout(), publicAddress());
  }

  LocalFleet fleet() {
    return fleet;
  }

  Personas personas() {
    return personas;
  }

  Builds builds() {
    return builds;
  }

  DatabaseUrl operator() {
    return DatabaseUrl.parse(parts.database().url(Role.OPERATOR, secrets));
  }

  long databaseProcess() {
    return database.pid();
  }

  PemsFaults pems() {
    return new PemsFaults(URI.create("http://127.0.0.1:" + control));
  }

  /** As the owner of the schema. */
  void asOwner(String statement) throws SQLException {
    DatabaseUrl owner = DatabaseUrl.parse(parts.database().url(Role.OWNER, secrets));
    try (Connection connection = owner.connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  /** Signed in anew: probes are not held up by the limits of people at work. */
  List<String> readerTokens() throws IOException, InterruptedException {
    List<String> tokens = new ArrayList<>();
    VanguardApi anonymous = VanguardApi.anonymous(publicAddress().toString());
    for (String reader : personas.readers()) {
      JsonNode login = Json.object().put("username", reader).put("password", personas.password());
      tokens.add(anonymous.post("/api/auth/login", login).body().path("token").asString(""));
    }
    return tokens;
  }

  /** Whoever tests may not come in any more. */
  void lockTesterOut() {
    testerPassword = "locked out";
  }

  String testerPassword() {
    return testerPassword;
  }

  Path folder() {
    return directory.path();
  }

  Path logs() {
    return directory.logs();
  }

  Secrets secrets() {
    return secrets;
  }

  /** Runs the deployed version's migrations, and nothing else of it. */
  void migrate(ChildKind kind) throws IOException, InterruptedException {
    ChildSpec server = parts.server("migration", 0, 0);
    Map<String, String> environment = new HashMap<>(server.environment());
    environment.put("JAVA_TOOL_OPTIONS", "-Dspring.context.exit=onRefresh");
    ChildSpec spec =
        new ChildSpec(server.name(), kind, server.command(), environment, server.log());
    if (supervisor.start(spec).awaitExit() != 0) {
      throw new IOException("the migrations did not go through: see " + server.log());
    }
  }

  String pemsPassword() {
    return secrets.of(Secret.PEMS);
  }

  String pemsUrl() {
    return parts.pemsUrl();
  }

  @Override
  public void close() throws IOException {
    proxy.close();
    try {
      fleet.wakeAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close(supervisor, directory);
    }
  }

  private static void close(Supervisor supervisor, DataDirectory directory) throws IOException {
    try {
      supervisor.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while ending the processes", e);
    } finally {
      FileTree.delete(directory.path());
    }
  }
}
