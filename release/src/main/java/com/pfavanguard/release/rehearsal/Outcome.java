package com.pfavanguard.release.rehearsal;

import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.story.Back;
import com.pfavanguard.release.story.Story;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a rehearsal ended.
 *
 * @param took from the first process to the last signature
 */
record Outcome(EvidenceFolder evidence, Story story, Duration took, Seen seen) {

  /**
   * What prober and people saw while the checklist ran.
   *
   * @param downtime by the prober
   * @param requestsFailed of people at work
   * @param requests of people at work, staging's included
   */
  record Seen(
      Duration downtime,
      long probesFailed,
      long requestsFailed,
      long requests,
      String firstFailure) {}

  boolean isComplete() {
    return story.outcome().equals("complete");
  }

  /** Nobody noticed that there was a release. */
  boolean isUnnoticed() {
    return seen.probesFailed() == 0 && seen.requestsFailed() == 0;
  }

  String verdict() {
    return isComplete() && isUnnoticed() ? "PASS" : "FAIL";
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("evidence", evidence.root().toString());
    json.put("report", evidence.report("html").toString());
    json.put("verdict", verdict()).put("outcome", story.outcome());
    json.put("durationSeconds", took.toMillis() / 1000.0);
    json.put("downtimeSeconds", seen.downtime().toMillis() / 1000.0);
    json.put("failedProbes", seen.probesFailed()).put("failedRequests", seen.requestsFailed());
    json.put("requests", seen.requests()).put("firstFailure", seen.firstFailure());
    if (rollbackSeconds() >= 0) {
      json.put("rollbackSeconds", rollbackSeconds());
    }
    return json;
  }

  /** From the decision to the end of the way back; negative where there was none. */
  double rollbackSeconds() {
    Back back = story.back().orElse(null);
    Instant ended = back == null ? null : back.endedAt();
    return back == null || ended == null
        ? -1
        : Duration.between(back.begunAt(), ended).toMillis() / 1000.0;
  }
}
