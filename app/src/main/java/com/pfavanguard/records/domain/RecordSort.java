package com.pfavanguard.records.domain;

import com.pfavanguard.kernel.ApiException;

/** The order of a listing; the record's id breaks ties, empty values come last either way. */
public record RecordSort(RecordColumn column, boolean descending) {

  /**
   * @param text {@code field} or {@code -field}
   * @throws ApiException 400 {@code bad_sort} for an unknown field
   */
  public static RecordSort parse(String text) {
    boolean descending = text.startsWith("-");
    String name = descending ? text.substring(1) : text;
    return RecordColumn.named(name)
        .map(column -> new RecordSort(column, descending))
        .orElseThrow(
            () ->
                ApiException.badRequest(
                    "bad_sort", "There is no field \"" + name + "\" to sort by."));
  }

  public String text() {
    return (descending ? "-" : "") + column.name();
  }
}
