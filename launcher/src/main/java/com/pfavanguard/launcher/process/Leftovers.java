package com.pfavanguard.launcher.process;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Processes that a killed launcher left running on a data directory. */
public final class Leftovers {
  private final DataDirectory directory;
  private final Consumer<String> say;

  private record Leftover(String name, ChildKind kind, ProcessIdentity process) {}

  public Leftovers(DataDirectory directory, Consumer<String> say) {
    this.directory = directory;
    this.say = say;
  }

  /**
   * Stops them, those that depend on others first; returns when none is left.
   *
   * @throws Refusal when one cannot be stopped, for it belongs to another user
   */
  public void stop() throws IOException, InterruptedException {
    List<Leftover> found = new ArrayList<>();
    for (Path roster : rosters()) {
      found.addAll(abandoned(roster));
    }
    postmaster().ifPresent(found::add);
    found.sort(Comparator.comparing(Leftover::kind).reversed());
    for (Leftover leftover : found) {
      stop(leftover);
    }
    for (Path roster : rosters()) {
      if (abandoned(roster).isEmpty() && launcherIsGone(roster)) {
        Files.deleteIfExists(roster);
      }
    }
  }

  private void stop(Leftover leftover) throws IOException, InterruptedException {
    ProcessIdentity process = leftover.process;
    if (!process.alive()) {
      return;
    }
    say.accept(
        "stopping the %s that an earlier run left behind (process %d)"
            .formatted(leftover.name, process.pid()));
    Stopping.stop(process, leftover.kind);
    if (process.alive()) {
      throw new Refusal(
          "the %s of an earlier run (process %d) cannot be stopped: stop it, then start again"
              .formatted(leftover.name, process.pid()));
    }
  }

  private List<Path> rosters() throws IOException {
    try (Stream<Path> files = Files.list(directory.path())) {
      return files
          .filter(file -> file.getFileName().toString().matches(Roster.PREFIX + "\\d+\\.json"))
          .toList();
    }
  }

  private static boolean launcherIsGone(Path roster) throws IOException {
    return !identity(read(roster).path(Roster.LAUNCHER)).alive();
  }

  private static List<Leftover> abandoned(Path roster) throws IOException {
    List<Leftover> found = new ArrayList<>();
    if (launcherIsGone(roster)) {
      read(roster)
          .path("children")
          .forEachEntry(
              (name, child) -> {
                Leftover leftover = new Leftover(name, kind(child), identity(child));
                if (leftover.process.alive()) {
                  found.add(leftover);
                }
              });
    }
    return found;
  }

  private static JsonNode read(Path roster) throws IOException {
    try {
      return Json.parse(Files.readString(roster));
    } catch (JacksonException damaged) {
      return Json.object();
    }
  }

  private static ChildKind kind(JsonNode child) {
    return ChildKind.valueOf(child.path("kind").asString());
  }

  private static ProcessIdentity identity(JsonNode node) {
    return new ProcessIdentity(
        node.path("pid").asLong(0),
        node.path("startTick").asLong(0),
        node.path("boot").asString(""));
  }

  /**
   * The server that PostgreSQL's own lock file names, should the roster be lost. The number alone
   * may be another process by now: ours works in the database's folder.
   */
  private Optional<Leftover> postmaster() throws IOException {
    Path lock = directory.postgres().resolve("postmaster.pid");
    if (!Files.exists(lock)) {
      return Optional.empty();
    }
    String first = Files.readString(lock).lines().findFirst().orElse("").strip();
    if (!first.matches("\\d{1,10}") || !worksIn(first, directory.postgres())) {
      return Optional.empty();
    }
    return ProcessIdentity.of(Long.parseLong(first))
        .map(process -> new Leftover("database", ChildKind.POSTGRES, process));
  }

  private static boolean worksIn(String pid, Path folder) {
    try {
      return Path.of("/proc", pid, "cwd").toRealPath().equals(folder.toRealPath());
    } catch (IOException goneOrForeign) {
      return false;
    }
  }
}
