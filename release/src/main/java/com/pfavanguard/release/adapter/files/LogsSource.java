package com.pfavanguard.release.adapter.files;

import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Source;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Counts entries in the logs of the new version's processes: {@code level=ERROR}, {@code
 * category=database level>=WARN}. A log that is not there answers nothing.
 */
public final class LogsSource implements Source {
  private static final Pattern LEVEL = Pattern.compile("level(>?=)([A-Z]+)");
  private static final Pattern CATEGORY = Pattern.compile("category=([a-z]+)");

  private final Function<Query, List<Path>> logs;
  private final Clock clock;

  /**
   * @param logs of the new version
   */
  public LogsSource(Function<Query, List<Path>> logs, Clock clock) {
    this.logs = logs;
    this.clock = clock;
  }

  @Override
  public Observation read(Query query) {
    Instant now = clock.instant();
    Duration window = query.window();
    Instant from = window == null ? query.since() : now.minus(window);
    Instant begin = from.isBefore(query.since()) ? query.since() : from;
    String resolved = "%s from %s to %s".formatted(query.read(), begin, now);
    try {
      List<Path> files = logs.apply(query).stream().filter(Files::isRegularFile).toList();
      if (files.isEmpty()) {
        return new Observation(new Reading.Nothing("no log of the new version"), resolved, now, "");
      }
      List<String> found = found(files, query.read(), begin);
      Reading count = new Reading.Level(new Quantity(BigDecimal.valueOf(found.size()), Unit.COUNT));
      return new Observation(count, resolved, now, String.join("\n", found));
    } catch (IOException e) {
      return new Observation(new Reading.Broken(e.toString()), resolved, now, "");
    }
  }

  /** Their heads only: what follows may hold anything. */
  private static List<String> found(List<Path> files, String read, Instant begin)
      throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      try (Stream<String> lines = Files.lines(file)) {
        lines
            .flatMap(line -> LogLine.read(line).stream())
            .filter(line -> !line.at().isBefore(begin) && fits(line, read))
            .forEach(line -> found.add(file.getFileName() + " " + line));
      }
    }
    return found;
  }

  private static boolean fits(LogLine line, String read) {
    Matcher category = CATEGORY.matcher(read);
    Matcher level = LEVEL.matcher(read);
    boolean ofCategory = !category.find() || line.isOf(category.group(1));
    boolean ofLevel =
        !level.find()
            || (level.group(1).equals("=")
                ? line.level().equals(level.group(2))
                : line.isAtLeast(level.group(2)));
    return ofCategory && ofLevel;
  }
}
