package com.pfavanguard.launcher.data;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** The folder that one installation keeps: database, simulator state, logs, secrets, run.json. */
public record DataDirectory(Path path) {
  private static final String MARKER = "vanguard-data.json";
  private static final int FORMAT = 1;
  private static final Set<String> KEPT_WHEN_FRESH = Set.of(MARKER, "lock", "cache");

  /**
   * Opens the folder, making it when it does not exist.
   *
   * @throws Refusal when it cannot be written, or holds something that is not ours
   */
  public static DataDirectory open(Path path) {
    DataDirectory directory = new DataDirectory(path.toAbsolutePath().normalize());
    directory.claim();
    return directory;
  }

  /**
   * Opens the folder of an installation that exists already.
   *
   * @throws Refusal when the folder is not a data directory
   */
  public static DataDirectory existing(Path path) {
    DataDirectory directory = new DataDirectory(path.toAbsolutePath().normalize());
    if (!Files.exists(directory.marker())) {
      throw new Refusal(path + " is not a vanguard data directory; start one with ./vanguard up");
    }
    return directory;
  }

  private void claim() {
    try {
      Files.createDirectories(path);
      if (Files.exists(marker())) {
        requireKnownFormat();
      } else if (!entries().isEmpty()) {
        throw new Refusal(
            path
                + " is not empty and not a vanguard data directory (no "
                + MARKER
                + "): choose another --data-dir");
      } else {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        PrivateFile.write(marker(), Json.pretty(Json.object().put("format", FORMAT)));
      }
      Files.createDirectories(logs());
    } catch (IOException | JacksonException e) {
      throw new Refusal("the data directory " + path + " cannot be used: " + reason(e), e);
    }
    if (!Files.isWritable(path)) {
      throw new Refusal("the data directory " + path + " is not writable");
    }
  }

  private void requireKnownFormat() throws IOException {
    if (Json.parse(Files.readString(marker())).path("format").asInt(0) != FORMAT) {
      throw new Refusal(
          "the data directory "
              + path
              + " was written by another version: start over with --fresh");
    }
  }

  private static String reason(Exception e) {
    if (Disk.isFull(e)) {
      return "the disk is full";
    }
    return switch (e) {
      case AccessDeniedException denied -> "no permission for " + denied.getFile();
      case FileAlreadyExistsException file -> file.getFile() + " is not a folder";
      default -> String.valueOf(e.getMessage());
    };
  }

  /** Throws away all data but not the caches; only the owner of the lock may do this. */
  public void clear() throws IOException {
    for (Path entry : entries()) {
      if (!KEPT_WHEN_FRESH.contains(entry.getFileName().toString())) {
        FileTree.delete(entry);
      }
    }
    Files.createDirectories(logs());
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.toList();
    }
  }

  private Path marker() {
    return path.resolve(MARKER);
  }

  public Path logs() {
    return path.resolve("logs");
  }

  public Path cache() {
    return path.resolve("cache");
  }

  public Path postgres() {
    return path.resolve("postgres");
  }

  public Path simulator() {
    return path.resolve("simulator");
  }

  public Path runFile() {
    return path.resolve("run.json");
  }

  public Path demoFile() {
    return path.resolve("demo.json");
  }

  Path lockFile() {
    return path.resolve("lock");
  }

  Path secretsFile() {
    return path.resolve("secrets.json");
  }
}
