package com.pfavanguard.launcher.backup;

import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.FileTree;
import com.pfavanguard.launcher.data.Ports;
import com.pfavanguard.launcher.data.Secret;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.postgres.DatabaseAddress;
import com.pfavanguard.launcher.postgres.PostgresBinaries;
import com.pfavanguard.launcher.postgres.PostgresCluster;
import com.pfavanguard.launcher.postgres.PostgresServer;
import com.pfavanguard.launcher.process.Child;
import com.pfavanguard.launcher.process.Roster;
import com.pfavanguard.launcher.process.Supervisor;
import com.pfavanguard.operations.backup.ScratchServer;
import com.pfavanguard.operations.database.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A PostgreSQL of one's own, made for one verification and gone afterwards. */
public final class EmbeddedScratch implements ScratchServer {
  private final Path folder;
  private final Supervisor supervisor;
  private final DatabaseUrl address;

  private EmbeddedScratch(Path folder, Supervisor supervisor, DatabaseUrl address) {
    this.folder = folder;
    this.supervisor = supervisor;
    this.address = address;
  }

  /**
   * @param programs folders that may keep the unpacked programs, best first
   */
  public static EmbeddedScratch start(List<Path> programs)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("vanguard-scratch-");
    DataDirectory directory = DataDirectory.open(folder);
    Secrets secrets = Secrets.open(directory);
    Supervisor supervisor = new Supervisor(new Roster(directory), line -> {});
    PostgresCluster cluster = new PostgresCluster(directory, PostgresBinaries.unpacked(programs));
    cluster.prepare(secrets);
    int port;
    try (Ports ports = new Ports()) {
      port = ports.claim(0, "");
    }
    Child child = supervisor.start(cluster.process(port));
    new PostgresServer(child, new DatabaseAddress(port)).awaitReady(secrets);
    return new EmbeddedScratch(folder, supervisor, superuser(port, secrets));
  }

  /** The superuser of an embedded server. */
  public static DatabaseUrl superuser(int port, Secrets secrets) {
    return new DatabaseUrl(
        "127.0.0.1", port, "postgres", "postgres", secrets.of(Secret.DATABASE_SUPERUSER), "");
  }

  @Override
  public DatabaseUrl address() {
    return address;
  }

  @Override
  public void close() {
    try {
      supervisor.stop();
      FileTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
