package com.pfavanguard.ops.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is finished stays; two days at least, for the figures of the last day count it.
 *
 * @param every from one tidying to the next
 * @param queue rows of the write queue that ended well or were given up; dead letters stay
 * @param syncLog lines of the sync log
 * @param readRuns reads from PEMS; the newest complete ones stay
 * @param reconciliations comparisons with their drifts; the newest of each organization stays
 */
@ConfigurationProperties("vanguard.retention")
record RetentionProperties(
    @DefaultValue("1h") Duration every,
    @DefaultValue("90d") Duration queue,
    @DefaultValue("180d") Duration syncLog,
    @DefaultValue("30d") Duration readRuns,
    @DefaultValue("90d") Duration reconciliations) {
  private static final Duration LEAST = Duration.ofDays(2);

  RetentionProperties {
    if (shorter(queue) || shorter(syncLog) || shorter(readRuns) || shorter(reconciliations)) {
      throw new IllegalArgumentException("vanguard.retention.* must be 2 days or more");
    }
  }

  private static boolean shorter(Duration period) {
    return period.compareTo(LEAST) < 0;
  }
}
