package com.pfavanguard.release.adapter.files;

import com.pfavanguard.release.journal.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The head of one entry of the product's log, in lines for people or in JSON (ECS).
 *
 * @param logger full name of a class
 */
record LogLine(Instant at, String level, String logger) {
  private static final Pattern PLAIN =
      Pattern.compile("(\\S+Z)\\s+(TRACE|DEBUG|INFO|WARN|ERROR)\\s+(\\S+)\\s.*");
  private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

  /** Loggers by what the paper asks about; shortened package names count too. */
  private static final Map<String, Pattern> CATEGORIES =
      Map.of(
          "authentication",
          Pattern.compile(
              "(com|c)\\.(pfavanguard|p)\\.(identity|i)\\..*|.*springframework\\.security.*|o\\.s\\.security.*"),
          "database",
          Pattern.compile(
              "com\\.zaxxer.*|c\\.zaxxer.*|o(rg)?\\.postgresql.*|o(rg)?\\.flywaydb.*|(com|c)\\.(pfavanguard|p)\\.(kernel|k)\\.(database|d)\\..*"));

  static Optional<LogLine> read(String line) {
    if (line.startsWith("{")) {
      return json(line);
    }
    Matcher plain = PLAIN.matcher(line);
    return plain.matches() ? of(plain.group(1), plain.group(2), plain.group(3)) : Optional.empty();
  }

  private static Optional<LogLine> json(String line) {
    try {
      JsonNode entry = Json.parse(line);
      return of(
          entry.path("@timestamp").asString(""),
          entry.at("/log/level").asString(entry.path("log.level").asString("")),
          entry.at("/log/logger").asString(entry.path("log.logger").asString("")));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<LogLine> of(String at, String level, String logger) {
    try {
      return Optional.of(new LogLine(Instant.parse(at), level, logger));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  boolean isAtLeast(String wanted) {
    return LEVELS.indexOf(level) >= LEVELS.indexOf(wanted);
  }

  boolean isOf(String category) {
    Pattern loggers = CATEGORIES.get(category);
    return loggers != null && loggers.matcher(logger).matches();
  }
}
