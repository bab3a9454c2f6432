package com.pfavanguard.simulator.fault;

/**
 * What a rule can know of a request; an unknown part is an empty text.
 *
 * @param cursor the cursor position of a grid request
 */
public record Occasion(
    String operation, String organization, String pfaId, String requestType, String cursor) {

  /** Whether one record is concerned. */
  boolean isOfRecord() {
    return !pfaId.isEmpty();
  }
}
