package com.pfavanguard.secrets.check;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What trying a credential has shown.
 *
 * @param expiresAt when it ends, where somebody says
 * @param detail in words, without the secret; empty when there is nothing to say
 */
public record Verdict(Status status, @Nullable Instant expiresAt, String detail) {
  /** From here on a good credential is said to expire. */
  public static final Duration SOON = Duration.ofDays(14);

  /** The names in {@code --json}. */
  public enum Status {
    valid,
    /** Good, and at its end within {@link #SOON}. */
    expires,
    invalid,
    /** It could not be tried, so nothing is known of it. */
    unreachable,
    not_configured;

    /** Whether it works now. */
    public boolean good() {
      return this == valid || this == expires;
    }
  }

  public static Verdict valid() {
    return new Verdict(Status.valid, null, "");
  }

  public static Verdict invalid(String detail) {
    return new Verdict(Status.invalid, null, detail);
  }

  public static Verdict unreachable(String detail) {
    return new Verdict(Status.unreachable, null, detail);
  }

  public static Verdict notConfigured() {
    return new Verdict(Status.not_configured, null, "");
  }

  /**
   * The same with an end.
   *
   * @param end null when nobody says; the earlier of two counts
   */
  public Verdict until(@Nullable Instant end, Instant now) {
    if (end == null || (expiresAt != null && expiresAt.isBefore(end))) {
      return this;
    }
    if (!status.good()) {
      return new Verdict(status, end, detail);
    }
    if (!end.isAfter(now)) {
      return new Verdict(Status.invalid, end, "expired at " + end);
    }
    boolean soon = end.isBefore(now.plus(SOON));
    return new Verdict(soon ? Status.expires : Status.valid, end, detail);
  }
}
