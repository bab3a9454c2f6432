package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.FileTree;
import com.pfavanguard.launcher.process.ChildKind;
import com.pfavanguard.launcher.process.ChildSpec;
import com.pfavanguard.launcher.process.Supervisor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the parts of an {@link AppImage} beside other work. What fails here costs time at a start,
 * nothing else.
 */
final class QuickStart {
  private static final Path NICE = Path.of("/usr/bin/nice");

  private final AppImage image;
  private final Supervisor supervisor;
  private final Path logs;
  private Thread aside = Thread.ofVirtual().unstarted(() -> {});

  QuickStart(AppImage image, Supervisor supervisor, Path logs) {
    this.image = image;
    this.supervisor = supervisor;
    this.logs = logs;
  }

  /** Begins to unpack, beside other work. */
  void unpackAside() {
    aside = Thread.ofVirtual().start(() -> orElseSlow(this::unpack));
  }

  /** Waits for what {@link #unpackAside} began; afterwards the image is used as it is. */
  void awaitUnpacked() throws InterruptedException {
    aside.join();
  }

  /** Begins to make the cache for later starts. */
  void trainAside(ChildSpec server) {
    aside = Thread.ofVirtual().start(() -> orElseSlow(() -> train(server)));
  }

  private static void orElseSlow(Step step) {
    try {
      step.take();
    } catch (IOException | Refusal e) {
      // The next start is slower, and tries again. A full disk shows elsewhere soon enough.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Step {
    void take() throws IOException, InterruptedException;
  }

  /** Spring Boot's own tool lays the jar out so that the JVM can cache its classes. */
  private void unpack() throws IOException, InterruptedException {
    if (image.isUnpacked()) {
      LastUsed.mark(image.folder());
      return;
    }
    Path part = Files.createTempDirectory(image.folder().getParent(), ".unpacking-");
    try {
      List<Object> command =
          new ArrayList<>(List.of(Installation.java(), "-Djarmode=tools", "-jar"));
      command.addAll(List.of(image.jar(), "extract", "--force", "--destination", part));
      if (run("unpacking", command, Map.of())) {
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
        image.adoptUnpacked(part);
      }
    } finally {
      FileTree.delete(part);
    }
  }

  /**
   * Starts the server once more, up to where it would begin to serve, with its classes recorded;
   * then makes the cache of them. Both with the least priority. The worker's classes are nearly the
   * same.
   */
  private void train(ChildSpec server) throws IOException, InterruptedException {
    if (!image.isUnpacked() || image.isTrained()) {
      return;
    }
    Path guard = image.folder().resolve("training.lock");
    try (FileChannel channel =
            FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        trainAlone(server);
      }
    }
  }

  private void trainAlone(ChildSpec server) throws IOException, InterruptedException {
    Path record = image.folder().resolve("classes.record");
    Path made = image.folder().resolve("classes.part");
    try {
      if (record(server, record) && create(record, made)) {
        image.adoptCache(made);
      }
    } finally {
      Files.deleteIfExists(record);
      Files.deleteIfExists(made);
    }
  }

  private boolean record(ChildSpec server, Path record) throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(server.environment());
    environment.put("VANGUARD_SERVER_PORT", "0");
    environment.put("VANGUARD_MANAGEMENT_PORT", "0");
    List<Object> command = humbleJava("record", record);
    // Profiles of a mere start would have its methods compiled at once, at the next start's cost.
    command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
    command.add("-Dspring.context.exit=onRefresh");
    command.addAll(List.of("-jar", image.unpackedJar(), "--vanguard.role=server"));
    return run("training", command, environment);
  }

  private boolean create(Path record, Path made) throws IOException, InterruptedException {
    List<Object> command = humbleJava("create", record);
    command.addAll(List.of("-XX:AOTCache=" + made, "-jar", image.unpackedJar()));
    return run("training", command, Map.of());
  }

  private static List<Object> humbleJava(String mode, Path record) {
    List<Object> command = new ArrayList<>();
    if (Files.isExecutable(NICE)) {
      command.addAll(List.of(NICE, "-n", "19"));
    }
    // The collector of later starts, whose objects the cache then holds as they lie in memory.
    command.addAll(List.of(Installation.java(), Programs.APP_HEAP, Programs.COLLECTOR));
    command.add("-XX:AOTMode=" + mode);
    command.add("-XX:AOTConfiguration=" + record);
    return command;
  }

  private boolean run(String name, List<Object> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> arguments = command.stream().map(Object::toString).toList();
    Path log = logs.resolve(name + ".log");
    return supervisor
            .start(new ChildSpec(name, ChildKind.TASK, arguments, environment, log))
            .awaitExit()
        == 0;
  }
}
