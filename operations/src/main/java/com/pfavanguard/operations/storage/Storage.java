package com.pfavanguard.operations.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** A place that keeps files under keys such as {@code assets/index-1a2b.js}. */
public interface Storage extends AutoCloseable {

  /** Keeps the file under the key as a whole, or fails and changes nothing. */
  void put(String key, Path file, ServedAs served) throws IOException;

  /** The same for a short text. */
  default void put(String key, String text, ServedAs served) throws IOException {
    try (Workspace workspace = workspace()) {
      Path file = workspace.write("text", text);
      put(key, file, served);
    }
  }

  /** The same for a file that nobody needs afterwards: it may be moved instead of copied. */
  default void take(String key, Path file, ServedAs served) throws IOException {
    put(key, file, served);
  }

  /**
   * @throws java.io.FileNotFoundException when nothing is kept under the key
   */
  InputStream open(String key) throws IOException;

  default String text(String key) throws IOException {
    try (InputStream content = open(key)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** All keys that begin so, in order. */
  List<String> keys(String beginning) throws IOException;

  /** Forgets what is kept under these keys; those that are not there are no fault. */
  void delete(Collection<String> keys) throws IOException;

  /** A folder for files in the making, from which {@link #take} is cheap. */
  Workspace workspace() throws IOException;

  /** For people: the folder, or {@code s3://bucket/prefix}. */
  String address();

  @Override
  default void close() {}
}
