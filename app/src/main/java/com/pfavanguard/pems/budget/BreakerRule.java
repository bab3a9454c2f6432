package com.pfavanguard.pems.budget;

import java.time.Duration;

/**
 * When calls in a row that PEMS did not answer mean that it is away: many at once, or a few over
 * some seconds, as in a quiet hour when one edit alone is tried again and again.
 *
 * @param failures in a row, however quickly
 * @param slowFailures in a row, if the first was {@code slowSpan} ago; fewer than an edit's
 *     attempts
 */
record BreakerRule(int failures, int slowFailures, Duration slowSpan) {
  static final BreakerRule UNANSWERED = new BreakerRule(8, 3, Duration.ofSeconds(3));

  /** Wrong credentials, sent again and again, lock the account. */
  static final BreakerRule REFUSED_LOGIN = new BreakerRule(1, 1, Duration.ZERO);

  /**
   * So many different records in a row that could not be written mean that PEMS takes no writes;
   * fewer are records that PEMS never takes, which become dead letters.
   */
  static final int UNWRITTEN_RECORDS = 3;

  /** Each probe in vain doubles the pause until the next. */
  static final Duration FIRST_PROBE = Duration.ofSeconds(1);

  static final Duration LONGEST_PROBE_PAUSE = Duration.ofSeconds(30);

  /** After PEMS asked to slow down, the share grows back by so much of the whole budget. */
  static final double SHARE_BACK_PER_SECOND = 0.02;

  static final double LEAST_SHARE = 0.1;
}
