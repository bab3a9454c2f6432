package com.pfavanguard.records.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a planner asks to see.
 *
 * @param search words looked for in id, description, category, manufacturer and model
 */
public record RecordListing(
    List<RecordFilter> filters,
    @Nullable String search,
    boolean includeDiscontinued,
    RecordSort sort) {

  /** Whether answering would let a money-blind user learn amounts. */
  public boolean comparesMoney() {
    return sort.column().money() || filters.stream().anyMatch(filter -> filter.column().money());
  }
}
