package com.pfavanguard.pems.http;

/** What a request is for; the name is a tag of the metrics. */
public enum Operation {
  READ,
  UPDATE,
  COUNT,
  HEAD,
  PAGE,
  PROBE;

  /** Whether it concerns one record, so that its time can be compared with others'. */
  boolean single() {
    return this == READ || this == UPDATE;
  }

  /** Whether a request that was sent may have changed something in PEMS. */
  boolean writes() {
    return this == UPDATE;
  }
}
