package com.pfavanguard.release.adapter.files;

import com.pfavanguard.operations.storage.Sha256;
import com.pfavanguard.release.journal.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is deployed, by name.
 *
 * @param paths a file, or a folder of files
 * @param reports of the tests, as Surefire writes them; a folder that is searched
 */
public record Artifacts(Map<String, Path> paths, List<Path> reports) {

  boolean exists(String name) {
    Path path = paths.get(name);
    return path != null && Files.exists(path);
  }

  /** The hash of a file; of a folder, the hash of its files' names and hashes. */
  String digest(String name) throws IOException {
    Path path = path(name);
    if (Files.isRegularFile(path)) {
      return Sha256.of(path);
    }
    StringBuilder all = new StringBuilder();
    for (Path file : files(path)) {
      all.append(Sha256.of(file)).append(' ').append(path.relativize(file)).append('\n');
    }
    return Digest.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
  }

  long size(String name) throws IOException {
    long size = 0;
    for (Path file : files(path(name))) {
      size += Files.size(file);
    }
    return size;
  }

  private Path path(String name) throws IOException {
    Path path = paths.get(name);
    if (path == null || !Files.exists(path)) {
      throw new IOException("there is no artifact " + name);
    }
    return path;
  }

  private static List<Path> files(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
