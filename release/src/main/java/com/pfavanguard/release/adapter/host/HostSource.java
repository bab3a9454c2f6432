package com.pfavanguard.release.adapter.host;

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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The machine that the database runs on, where that is this one: {@code database/cpu} as a share of
 * all processors over the window, {@code disk/free}, {@code memory/available}, {@code load}.
 */
public final class HostSource implements Source, AutoCloseable {
  private static final Duration KEPT = Duration.ofHours(25);

  private final Path disk;
  private final ProcessTimes database;
  private final Clock clock;
  private final Deque<Use> uses = new ArrayDeque<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  private record Use(Instant at, double seconds) {}

  /**
   * @param disk any path of the disk that must not run full
   * @param database process id of PostgreSQL's first process; 0 where it runs elsewhere
   */
  public HostSource(Path disk, LongSupplier database, Clock clock) {
    this.disk = disk;
    this.database = new ProcessTimes(database);
    this.clock = clock;
    var _ = timer.scheduleWithFixedDelay(this::sample, 0, 2, TimeUnit.SECONDS);
  }

  private void sample() {
    double seconds = database.seconds();
    Instant now = clock.instant();
    synchronized (uses) {
      if (!Double.isNaN(seconds)) {
        uses.addLast(new Use(now, seconds));
      }
      while (!uses.isEmpty() && uses.getFirst().at().isBefore(now.minus(KEPT))) {
        uses.removeFirst();
      }
    }
  }

  @Override
  public Observation read(Query query) {
    Instant now = clock.instant();
    try {
      Reading reading =
          switch (query.read()) {
            case "database/cpu" -> processor(query, now);
            case "disk/free" ->
                level((double) Files.getFileStore(disk).getUsableSpace(), Unit.BYTES);
            case "memory/available" -> level((double) available(), Unit.BYTES);
            case "load" -> level(load(), Unit.COUNT);
            default -> new Reading.Broken("a host knows no " + query.read());
          };
      return new Observation(reading, query.read(), now, reading.toString());
    } catch (IOException e) {
      return new Observation(new Reading.Broken(e.toString()), query.read(), now, "");
    }
  }

  private Reading processor(Query query, Instant now) {
    Duration window = query.window() == null ? Duration.ofSeconds(30) : query.window();
    Instant begin = now.minus(window.plusSeconds(4));
    synchronized (uses) {
      Use last = uses.peekLast();
      Use first = uses.stream().filter(u -> !u.at().isBefore(begin)).findFirst().orElse(last);
      if (first == null || last == null || first.equals(last)) {
        return new Reading.Nothing("the database's processes are not seen on this machine");
      }
      double took = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
      double used = Math.max(0, last.seconds() - first.seconds());
      return Reading.level(used / took / Runtime.getRuntime().availableProcessors(), Unit.RATIO);
    }
  }

  private static long available() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
      if (line.startsWith("MemAvailable:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException("this system does not tell its memory");
  }

  private static double load() throws IOException {
    return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
  }

  private static Reading level(double value, Unit unit) {
    return new Reading.Level(new Quantity(BigDecimal.valueOf(value), unit));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
