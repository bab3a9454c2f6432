package com.pfavanguard.ingest;

import java.time.Instant;
import java.util.Optional;

/** When PEMS is read next without anybody asking. */
public interface ReadTimes {
  /** Empty while reading on schedule is off; in the past when a read is due and not yet begun. */
  Optional<Instant> next(String organizationId);
}
