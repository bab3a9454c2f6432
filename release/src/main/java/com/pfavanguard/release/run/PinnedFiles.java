package com.pfavanguard.release.run;

import com.pfavanguard.release.journal.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files and folders by the hash of all their bytes and names. What is not there is not pinned.
 *
 * @param files by name
 */
public record PinnedFiles(Map<String, Path> files) implements Pins {
  /** Before the names of what a build makes. */
  public static final String ARTIFACT = "artifact:";

  @Override
  public Map<String, String> now() {
    Map<String, String> now = new TreeMap<>();
    files.forEach(
        (name, path) -> {
          if (Files.exists(path)) {
            now.put(name, hash(path));
          }
        });
    return now;
  }

  private static String hash(Path path) {
    try {
      if (Files.isRegularFile(path)) {
        return Digest.of(path).hex();
      }
      StringBuilder list = new StringBuilder();
      for (Path file : filesIn(path)) {
        list.append(Digest.of(file).hex()).append(' ').append(path.relativize(file)).append('\n');
      }
      return Digest.of(list.toString().getBytes(StandardCharsets.UTF_8)).hex();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot be pinned: " + path, e);
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
