package com.pfavanguard.flags.maintenance;

import com.pfavanguard.flags.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the product stands.
 *
 * @param stage what people may do now
 * @param startsAt announced begin, for {@code announced}
 * @param endsAt announced end
 */
record MaintenanceState(
    Stage stage, @Nullable String message, @Nullable Instant startsAt, @Nullable Instant endsAt) {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration UNKNOWN_END = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** What people may do. */
  enum Stage {
    /** Everything; nothing is announced. */
    NONE,
    /** Everything; something is announced. */
    ANNOUNCED,
    /** Read. */
    BANNER,
    /** Nothing. */
    PAGE;

    String apiName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static MaintenanceState of(boolean on, Notice notice, Instant now) {
    return new MaintenanceState(
        stage(on, notice, now), notice.message(), notice.startsAt(), notice.endsAt());
  }

  private static Stage stage(boolean on, Notice notice, Instant now) {
    if (on) {
      return "banner".equals(notice.level()) ? Stage.BANNER : Stage.PAGE;
    }
    boolean over = notice.endsAt() != null && !notice.endsAt().isAfter(now);
    return notice.startsAt() == null || over ? Stage.NONE : Stage.ANNOUNCED;
  }

  boolean refuses(boolean reading) {
    return switch (stage) {
      case NONE, ANNOUNCED -> false;
      case BANNER -> !reading;
      case PAGE -> true;
    };
  }

  /** When a script should try again; long maintenance is asked about in between. */
  Duration retryAfter(Instant now) {
    if (endsAt == null || !endsAt.isAfter(now)) {
      return UNKNOWN_END;
    }
    Duration left = Duration.between(now, endsAt);
    return left.compareTo(SOON) < 0 ? SOON : left.compareTo(LONGEST) > 0 ? LONGEST : left;
  }

  String text() {
    String said = message == null || message.isBlank() ? "Maintenance is in progress." : message;
    return endsAt == null ? said : said + " Expected to end at " + endsAt + ".";
  }
}
