package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.postgres.DatabaseAddress;
import com.pfavanguard.launcher.postgres.PostgresBinaries;
import com.pfavanguard.launcher.postgres.PostgresCluster;
import com.pfavanguard.launcher.postgres.PostgresServer;
import com.pfavanguard.launcher.process.Child;
import com.pfavanguard.launcher.process.ChildSpec;
import com.pfavanguard.launcher.process.Supervisor;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The processes of a run one by one, for whoever wants other ones than {@code up} keeps: a trial
 * that kills them. The caller starts and ends what it gets.
 */
public final class Parts {
  private final Installation installation;
  private final DataDirectory directory;
  private final Secrets secrets;
  private final Supervisor supervisor;
  private final Ports ports;
  private final AppImage image;

  /** The loopback ports of database, simulator and its control API. */
  public record Ports(int database, int simulator, int control) {}

  public Parts(
      Installation installation,
      DataDirectory directory,
      Secrets secrets,
      Supervisor supervisor,
      Ports ports)
      throws IOException {
    this.installation = installation;
    this.directory = directory;
    this.secrets = secrets;
    this.supervisor = supervisor;
    this.ports = ports;
    this.image = AppImage.of(installation, directory.cache());
  }

  /** Lays the application out for quick starts, unless that was done before. */
  public void unpack() throws InterruptedException {
    QuickStart quickStart = new QuickStart(image, supervisor, directory.logs());
    quickStart.unpackAside();
    quickStart.awaitUnpacked();
  }

  /** Begins to make later starts of the application quicker, beside other work. */
  public void trainAside(ChildSpec server) {
    new QuickStart(image, supervisor, directory.logs()).trainAside(server);
  }

  /** Starts the database and returns when it can be used; from then on it is restarted. */
  public Child startDatabase() throws IOException, InterruptedException {
    PostgresBinaries binaries =
        PostgresBinaries.unpacked(installation.programFolders(directory.cache()));
    PostgresCluster cluster = new PostgresCluster(directory, binaries);
    cluster.prepare(secrets);
    Child database = supervisor.start(cluster.process(ports.database()));
    new PostgresServer(database, database()).awaitReady(secrets);
    return database;
  }

  public Child startSimulator(int records) throws IOException {
    return supervisor.start(
        new SimulatorProgram(installation, directory, pems())
            .spec(ports.simulator(), ports.control(), records));
  }

  public ChildSpec server(String name, int port, int managementPort) {
    return programs(pemsUrl()).server(name, port, managementPort);
  }

  /**
   * @param pemsUrl where it finds PEMS: {@link #pemsUrl}, or something on the way there
   */
  public ChildSpec worker(String name, int managementPort, String pemsUrl) {
    return programs(pemsUrl).worker(name, managementPort);
  }

  public String pemsUrl() {
    return pems().url();
  }

  public DatabaseAddress database() {
    return new DatabaseAddress(ports.database());
  }

  public Path demoFile() {
    return directory.demoFile();
  }

  /** Whether the server or worker with this management port says that it is ready. */
  public static boolean ready(int managementPort) throws IOException, InterruptedException {
    return Readiness.ofApp(managementPort, "ready").look().isPresent();
  }

  private Programs programs(String pemsUrl) {
    Pems own = pems();
    Pems seen = new Pems(pemsUrl, own.tenant(), own.user(), own.password());
    return new Programs(image, directory, secrets, database(), seen);
  }

  private Pems pems() {
    return Pems.simulated(ports.simulator(), secrets);
  }
}
