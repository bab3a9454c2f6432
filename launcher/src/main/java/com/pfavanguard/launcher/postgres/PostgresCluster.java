package com.pfavanguard.launcher.postgres;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.Disk;
import com.pfavanguard.launcher.data.FileTree;
import com.pfavanguard.launcher.data.PrivateFile;
import com.pfavanguard.launcher.data.Secret;
import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.process.ChildKind;
import com.pfavanguard.launcher.process.ChildSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The database files of one data directory, and the process that serves them. */
public final class PostgresCluster {
  private static final String REPAIR = ": restore a backup, or start over with --fresh";

  private final DataDirectory directory;
  private final PostgresBinaries binaries;

  public PostgresCluster(DataDirectory directory, PostgresBinaries binaries) {
    this.directory = directory;
    this.binaries = binaries;
  }

  /**
   * Makes the files on the first start. They appear as a whole: a first start that is killed leaves
   * only a part under another name, which the next one throws away. Every connection needs a
   * password (SCRAM) from the first moment on.
   *
   * @throws Refusal when the files are there but not usable
   */
  public void prepare(Secrets secrets) throws IOException, InterruptedException {
    Unprivileged.requirePossible();
    if (Files.exists(directory.postgres())) {
      requireUsable(directory.postgres());
      return;
    }
    Path part = directory.postgres().resolveSibling("postgres.part");
    FileTree.delete(part);
    initialise(part, secrets);
    Files.move(part, directory.postgres(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void requireUsable(Path files) throws IOException {
    for (String needed : List.of("PG_VERSION", "global/pg_control", "postgresql.conf")) {
      if (!Files.isReadable(files.resolve(needed))) {
        throw new Refusal("the database in " + files + " is broken (no " + needed + ")" + REPAIR);
      }
    }
    String version = Files.readString(files.resolve("PG_VERSION")).strip();
    if (!version.equals(PostgresBinaries.MAJOR)) {
      throw new Refusal(
          "the database in %s is of PostgreSQL %s, this program has %s%s"
              .formatted(files, version, PostgresBinaries.MAJOR, REPAIR));
    }
    if (!Files.getAttribute(files, "unix:uid").equals(Unprivileged.user())) {
      throw new Refusal(
          "the database in %s belongs to %s: run as that user, or choose another --data-dir"
              .formatted(files, Files.getOwner(files).getName()));
    }
  }

  private void initialise(Path part, Secrets secrets) throws IOException, InterruptedException {
    Path password = directory.path().resolve("postgres.password");
    PrivateFile.write(password, secrets.of(Secret.DATABASE_SUPERUSER));
    try {
      List<String> command = new ArrayList<>(List.of(binaries.program("initdb"), "-D"));
      command.add(part.toString());
      command.addAll(List.of("--username=postgres", "--pwfile=" + password));
      command.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--no-instructions"));
      // Order by bytes is stable across machines; upper and lower case still follow Unicode.
      command.addAll(List.of("--locale=C.UTF-8", "--lc-collate=C", "--lc-messages=C"));
      run(Unprivileged.command(command));
    } finally {
      Files.deleteIfExists(password);
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new Refusal(
          Disk.isFull(output)
              ? "the database cannot be made: the disk is full"
              : "the database cannot be made: " + output.strip().replaceAll("\\s*\\R\\s*", " | "));
    }
  }

  /** The server process: durable, on loopback only, no local socket. */
  public ChildSpec process(int port) throws IOException {
    List<String> command = new ArrayList<>(List.of(binaries.program("postgres"), "-D"));
    command.add(directory.postgres().toString());
    Map<String, String> settings =
        Map.of(
            "port", Integer.toString(port),
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "password_encryption", "scram-sha-256",
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "200",
            "log_line_prefix", "%m [%p] %q%u@%d ");
    settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return new ChildSpec(
        "database",
        ChildKind.POSTGRES,
        Unprivileged.command(command),
        Map.of(),
        directory.logs().resolve("database.log"));
  }
}
