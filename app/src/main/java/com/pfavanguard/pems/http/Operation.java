package com.pfavanguard.pems.http;

/** What a request is for; the name is a tag of the metrics. */
public enum Operation {
  READ,
  UPDATE,
  COUNT,
  HEAD,
  PAGE;

  /** Whether a request that was sent may have changed something in PEMS. */
  boolean writes() {
    return this == UPDATE;
  }
}
