package com.pfavanguard.release.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as a reader wants them; always UTC. */
final class Moments {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Moments() {}

  static String of(Instant moment) {
    return FORMAT.format(moment.truncatedTo(ChronoUnit.SECONDS)) + " UTC";
  }

  static String of(Duration time) {
    return time.compareTo(Duration.ofMinutes(2)) < 0
        ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
        : time.compareTo(Duration.ofHours(2)) < 0
            ? String.format(Locale.ROOT, "%.1f min", time.toSeconds() / 60.0)
            : String.format(Locale.ROOT, "%.1f h", time.toMinutes() / 60.0);
  }
}
