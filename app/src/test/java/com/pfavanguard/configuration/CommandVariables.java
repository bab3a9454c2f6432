package com.pfavanguard.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Environment variables that {@code ./vanguard} reads, and what the list says of them. */
final class CommandVariables {
  private static final Pattern NAME = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+_?)\"");
  private static final List<String> MODULES = List.of("launcher", "operations", "release");

  private CommandVariables() {}

  /** Names in the code that look like variables. */
  static TreeSet<String> inTheCode(Path root) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(root.resolve(module + "/src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          NAME.matcher(Files.readString(file)).results().forEach(n -> names.add(n.group(1)));
        }
      }
    }
    return names;
  }

  /** Name and meaning; {@code -} for a name that is no variable of an operator. */
  static Map<String, String> listed(Path list) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (String line : Files.readAllLines(list)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(" +\\| ", 2);
        all.put(parts[0], parts[1].strip());
      }
    }
    return all;
  }
}
