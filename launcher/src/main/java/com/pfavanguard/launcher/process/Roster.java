package com.pfavanguard.launcher.process;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The written list of the processes that one launcher keeps, from which the next start finds what a
 * killed launcher left behind. One file per launcher.
 */
public final class Roster {
  static final String PREFIX = "processes-";
  static final String LAUNCHER = "launcher";

  private final Path file;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(ChildKind kind, ProcessIdentity process) {}

  public Roster(DataDirectory directory) {
    this.file = directory.path().resolve(PREFIX + ProcessHandle.current().pid() + ".json");
  }

  synchronized void add(ChildSpec spec, long pid) throws IOException {
    ProcessIdentity.of(pid)
        .ifPresent(process -> entries.put(spec.name(), new Entry(spec.kind(), process)));
    PrivateFile.write(file, toJson());
  }

  synchronized void remove() throws IOException {
    Files.deleteIfExists(file);
  }

  private String toJson() {
    ObjectNode all = Json.object();
    ProcessIdentity.of(ProcessHandle.current().pid())
        .ifPresent(self -> all.set(LAUNCHER, identity(self)));
    ObjectNode children = all.putObject("children");
    entries.forEach(
        (name, entry) ->
            children.set(name, identity(entry.process).put("kind", entry.kind.name())));
    return Json.pretty(all);
  }

  private static ObjectNode identity(ProcessIdentity process) {
    return Json.object()
        .put("pid", process.pid())
        .put("startTick", process.startTick())
        .put("boot", process.boot());
  }
}
