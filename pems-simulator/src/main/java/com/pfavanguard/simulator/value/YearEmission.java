package com.pfavanguard.simulator.value;

/** Which moment of a year the server sends as that year's YEAR. */
public enum YearEmission {
  /** 1 January 00:00 in the server's zone. */
  OLD,
  /** 1 January 00:00 UTC. */
  NEW,
  /** 1 July 00:00 UTC, far from any turn of the year. */
  MIDYEAR
}
