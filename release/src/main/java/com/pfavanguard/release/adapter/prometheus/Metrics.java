package com.pfavanguard.release.adapter.prometheus;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Something that answers PromQL. */
public interface Metrics {
  /**
   * What came back.
   *
   * @param values of each series at the moment asked
   * @param raw the answer itself, for the evidence
   */
  record Answer(List<Double> values, String raw) {}

  /**
   * @throws IOException when there is no usable answer
   */
  Answer ask(String query, Instant at) throws IOException;

  /** How many alert rules of this severity are loaded. */
  Answer alertRules(String severity) throws IOException;
}
