package com.pfavanguard.ingest;

import java.time.Instant;
import java.util.List;

/** Fields that are neither written nor read because their place in PEMS has changed. */
public interface HeldFields {
  /**
   * A field on hold, as the API shows it.
   *
   * @param field API name
   * @param reason {@code missing}, {@code type}, {@code max_length} or {@code decimals}
   * @param detail a sentence for the planner
   */
  record Held(long holdId, String field, String reason, String detail, Instant since) {}

  /** Those of the organization's PEMS connection. */
  List<Held> of(String organizationId);

  /**
   * Takes what PEMS says of the field now as right: the hold ends with the next look.
   *
   * @return false when there is no such hold, or the field is missing and nothing can be accepted
   */
  boolean accept(String organizationId, long holdId);
}
