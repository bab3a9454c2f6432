package com.pfavanguard.operations.database;

import com.pfavanguard.operations.OperationRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * pg_dump and pg_restore of this machine: the newest, as a dump needs programs at least as new as
 * the server. The PostgreSQL that {@code up} runs brings neither.
 */
public final class PostgresTools {
  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\)[^0-9]*(\\d+)([^ ]*)");
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path folder;
  private final String version;
  private final int major;

  private PostgresTools(Path folder, String version, int major) {
    this.folder = folder;
    this.version = version;
    this.major = major;
  }

  /**
   * @throws OperationRefused when the programs are not installed
   */
  public static PostgresTools find() throws IOException, InterruptedException {
    List<PostgresTools> found = new ArrayList<>();
    for (Path folder : candidates()) {
      if (Files.isExecutable(folder.resolve("pg_dump"))
          && Files.isExecutable(folder.resolve("pg_restore"))) {
        found.add(of(folder));
      }
    }
    return found.stream()
        .max(Comparator.comparingInt(tools -> tools.major))
        .orElseThrow(
            () ->
                new OperationRefused(
                    "pg_dump and pg_restore are missing: install PostgreSQL's client programs"
                        + " (postgresql-client)"));
  }

  private static List<Path> candidates() throws IOException {
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(DEBIAN)) {
      try (Stream<Path> versions = Files.list(DEBIAN)) {
        versions.map(version -> version.resolve("bin")).forEach(folders::add);
      }
    }
    String path = System.getenv().getOrDefault("PATH", "");
    Stream.of(path.split(":")).filter(part -> !part.isEmpty()).map(Path::of).forEach(folders::add);
    return folders;
  }

  private static PostgresTools of(Path folder) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(folder.resolve("pg_dump").toString(), "--version").start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Matcher parts = VERSION.matcher(said);
    return parts.find()
        ? new PostgresTools(
            folder, parts.group(1) + parts.group(2).strip(), Integer.parseInt(parts.group(1)))
        : new PostgresTools(folder, "unknown", 0);
  }

  /** Such as {@code 15.14}. */
  public String version() {
    return version;
  }

  /**
   * @throws OperationRefused when the server is newer than the programs
   */
  public void requireFor(int serverMajor) {
    if (major < serverMajor) {
      throw new OperationRefused(
          "the server is PostgreSQL %d and pg_dump is %s: install postgresql-client-%d"
              .formatted(serverMajor, version, serverMajor));
    }
  }

  public ToolRun dump(DatabaseUrl database, List<String> arguments) {
    return new ToolRun(folder.resolve("pg_dump"), arguments, database);
  }

  public ToolRun restore(DatabaseUrl database, List<String> arguments) {
    return new ToolRun(folder.resolve("pg_restore"), arguments, database);
  }

  /**
   * The table of contents of a dump.
   *
   * @throws OperationRefused when it is not a dump
   */
  public String contents(Path dump) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(folder.resolve("pg_restore").toString(), "--list", dump.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new OperationRefused(
          dump.getFileName() + " is not a readable dump: " + ToolRun.lastLine(said));
    }
    return said;
  }
}
