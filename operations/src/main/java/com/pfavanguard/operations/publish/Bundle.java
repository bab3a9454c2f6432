package com.pfavanguard.operations.publish;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.storage.ServedAs;
import com.pfavanguard.operations.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A built front end: {@code index.html}, files named by their content in {@code assets}, others.
 */
public final class Bundle {
  static final String INDEX = "index.html";
  private static final String HASHED = "assets/";
  private static final Pattern USED = Pattern.compile("(?:src|href)=\"/?(assets/[^\"]+)\"");

  private final Path folder;
  private final Map<String, PublishedFile> files;

  private Bundle(Path folder, Map<String, PublishedFile> files) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * @throws OperationRefused when it is no front end, or one with a hole
   */
  public static Bundle of(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve(INDEX))) {
      throw new OperationRefused(folder + " holds no built front end: it has no " + INDEX);
    }
    Map<String, PublishedFile> files = new TreeMap<>();
    List<Path> found;
    try (Stream<Path> all = Files.walk(folder)) {
      found = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : found) {
      String key = folder.relativize(file).toString();
      files.put(key, new PublishedFile(Sha256.of(file), Files.size(file)));
    }
    Matcher used = USED.matcher(Files.readString(folder.resolve(INDEX)));
    while (used.find()) {
      if (!files.containsKey(used.group(1))) {
        throw new OperationRefused(INDEX + " uses " + used.group(1) + ", which was not built");
      }
    }
    return new Bundle(folder, files);
  }

  /** By key. */
  Map<String, PublishedFile> files() {
    return files;
  }

  Path file(String key) {
    return folder.resolve(key);
  }

  long bytes() {
    return files.values().stream().mapToLong(PublishedFile::bytes).sum();
  }

  /** Whether a file of this name can never mean another content. */
  static boolean hashed(String key) {
    return key.startsWith(HASHED);
  }

  static ServedAs served(String key) {
    String type = ServedAs.typeOf(key);
    if (hashed(key)) {
      return new ServedAs(type, "public, max-age=31536000, immutable");
    }
    return new ServedAs(type, key.equals(INDEX) ? "no-cache" : "public, max-age=300");
  }
}
