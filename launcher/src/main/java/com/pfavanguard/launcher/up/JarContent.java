package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/** Tells builds apart by what is in their jars: a reproducible build fixes the jars' times. */
final class JarContent {
  private JarContent() {}

  /** Of the jar's entries and of the JVM that runs them; copies have the same. */
  static String fingerprint(Path jar) throws IOException {
    CRC32 sum = new CRC32();
    sum.update((Installation.java() + Runtime.version()).getBytes(StandardCharsets.UTF_8));
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream()
          .map(entry -> entry.getName() + entry.getCrc())
          .forEach(entry -> sum.update(entry.getBytes(StandardCharsets.UTF_8)));
    }
    return Long.toHexString(sum.getValue());
  }
}
