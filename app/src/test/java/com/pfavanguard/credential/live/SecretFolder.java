package com.pfavanguard.credential.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Mounted secrets of one process. */
final class SecretFolder {
  private final Path folder = Files.createTempDirectory("vanguard-secrets");

  SecretFolder() throws IOException {
    folder.toFile().deleteOnExit();
  }

  String path() {
    return folder.toString();
  }

  void write(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    file.toFile().deleteOnExit();
  }

  static String newKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
