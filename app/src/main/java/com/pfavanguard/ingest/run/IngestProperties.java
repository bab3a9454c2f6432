package com.pfavanguard.ingest.run;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param pageSize rows asked for at once, at most 10,000
 * @param removableShare of an organization's records that one full read may mark as removed, 0 to 1
 * @param overlap how far an incremental read goes back behind the last one's beginning
 * @param passes how often to read all pages anew when records came or went meanwhile
 * @param retryDelays pause before each further try of a page that came badly
 */
@ConfigurationProperties("vanguard.ingest")
record IngestProperties(
    int pageSize,
    double removableShare,
    Duration overlap,
    @DefaultValue("5") int passes,
    @DefaultValue({"500ms", "2s"}) List<Duration> retryDelays) {

  IngestProperties {
    // Two, for every page begins with the last row of the one before.
    if (pageSize < 2 || pageSize > 10_000) {
      throw new IllegalArgumentException("vanguard.pems.page-size must be 2 to 10000");
    }
    if (!(removableShare >= 0 && removableShare <= 1)) {
      throw new IllegalArgumentException("vanguard.ingest.removable-share must be 0 to 1");
    }
    if (passes < 1) {
      throw new IllegalArgumentException("vanguard.ingest.passes must be 1 or more");
    }
  }
}
