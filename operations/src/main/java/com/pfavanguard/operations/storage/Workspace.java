package com.pfavanguard.operations.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that only we can read, and that is gone when it is closed. */
public record Workspace(Path folder) implements AutoCloseable {

  /** Made in the given folder. */
  public static Workspace in(Path parent) throws IOException {
    return new Workspace(Files.createTempDirectory(parent, ".vanguard-work-"));
  }

  /** Made where the machine keeps what is temporary. */
  public static Workspace temporary() throws IOException {
    return new Workspace(Files.createTempDirectory("vanguard-work-"));
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  Path write(String name, String text) throws IOException {
    return Files.writeString(file(name), text);
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
