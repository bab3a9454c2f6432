package com.pfavanguard.ingest.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param pageSize rows asked for at once, at most 10,000
 * @param removableShare of an organization's records that one full read may mark as removed, 0 to 1
 * @param overlap how far an incremental read goes back behind the last one's beginning
 */
@ConfigurationProperties("vanguard.ingest")
record IngestProperties(int pageSize, double removableShare, Duration overlap) {

  IngestProperties {
    // Two, for every page begins with the last row of the one before.
    if (pageSize < 2 || pageSize > 10_000) {
      throw new IllegalArgumentException("vanguard.pems.page-size must be 2 to 10000");
    }
    if (!(removableShare >= 0 && removableShare <= 1)) {
      throw new IllegalArgumentException("vanguard.ingest.removable-share must be 0 to 1");
    }
  }
}
