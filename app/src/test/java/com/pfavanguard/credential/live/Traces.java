package com.pfavanguard.credential.live;

import com.pfavanguard.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stays behind where others can look. */
record Traces(TestDatabase database) {

  /** The rows of every table, by its name. */
  Map<String, String> tables() {
    Map<String, String> rows = new TreeMap<>();
    for (String table : texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
      rows.put(table, String.join("\n", texts("SELECT t::text FROM " + table + " t LIMIT 5000")));
    }
    return rows;
  }

  private List<String> texts(String query) {
    return database.as("owner").sql(query).query(String.class).list();
  }

  /** The arguments of every process of this machine. */
  static String commandLines() throws IOException {
    StringBuilder lines = new StringBuilder();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process :
          processes.filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
        try {
          lines.append(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1));
        } catch (IOException ended) {
          // It is over.
        }
      }
    }
    return lines.toString();
  }
}
