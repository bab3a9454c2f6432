package com.pfavanguard.simulator.record;

/** How many records to generate, from which seed. */
public record PortfolioSize(int records, long seed) {
  public PortfolioSize {
    if (records < 0) {
      throw new IllegalArgumentException("the number of records must be 0 or above");
    }
  }
}
