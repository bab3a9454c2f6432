package com.pfavanguard.launcher.data;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code run.json}: every address, process and password of a running {@code up}, for scripts. It
 * exists exactly while everything is ready.
 */
public final class RunFile {
  private final Path file;

  public RunFile(DataDirectory directory) {
    this.file = directory.runFile();
  }

  /**
   * @throws Refusal when no {@code up} is ready on this data directory
   */
  public ObjectNode read() throws IOException {
    ObjectNode run = find();
    if (run == null) {
      throw new Refusal(
          "nothing is running on %s (no run.json): start it with ./vanguard up"
              .formatted(file.getParent()));
    }
    return run;
  }

  private @Nullable ObjectNode find() throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    JsonNode run = Json.parse(Files.readString(file));
    return run instanceof ObjectNode object ? object : null;
  }

  public void write(ObjectNode run) throws IOException {
    PrivateFile.write(file, Json.pretty(run));
  }

  /** Changes the file as one step among all launchers on this machine; nothing when it is gone. */
  public void update(UnaryOperator<ObjectNode> change) throws IOException {
    guarded(
        () -> {
          ObjectNode run = find();
          if (run != null) {
            write(change.apply(run));
          }
        });
  }

  public void remove() throws IOException {
    guarded(() -> Files.deleteIfExists(file));
  }

  private synchronized void guarded(Step step) throws IOException {
    Path guard = file.resolveSibling("run.lock");
    try (FileChannel channel =
            FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid()) {
        step.take();
      }
    }
  }

  private interface Step {
    void take() throws IOException;
  }
}
