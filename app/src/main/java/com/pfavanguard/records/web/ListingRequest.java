package com.pfavanguard.records.web;

import com.pfavanguard.records.domain.RecordFilter;
import com.pfavanguard.records.domain.RecordListing;
import com.pfavanguard.records.domain.RecordSort;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query parameters of a listing; filters come raw, as Spring would split one at its
 * commas.
 */
final class ListingRequest {
  private ListingRequest() {}

  static RecordListing parse(
      String sort,
      String @Nullable [] filters,
      @Nullable String search,
      boolean includeDiscontinued) {
    List<RecordFilter> parsed =
        filters == null ? List.of() : Arrays.stream(filters).map(RecordFilter::parse).toList();
    return new RecordListing(parsed, search, includeDiscontinued, RecordSort.parse(sort));
  }
}
