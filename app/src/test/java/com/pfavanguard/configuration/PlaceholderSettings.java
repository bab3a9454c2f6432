package com.pfavanguard.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Properties that code asks for one by one. */
final class PlaceholderSettings {
  private static final Pattern ASKED =
      Pattern.compile("\\$\\{(vanguard\\.[a-z0-9.-]+)(?::([^}\"]*))?}");

  private PlaceholderSettings() {}

  static List<Setting> all(Path sources) throws IOException {
    List<Setting> settings = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        ASKED
            .matcher(Files.readString(file))
            .results()
            .forEach(
                asked -> {
                  String preset = asked.group(2) == null ? "" : asked.group(2);
                  settings.add(new Setting(asked.group(1), preset, "", ""));
                });
      }
    }
    return settings;
  }
}
