package com.pfavanguard.release.story;

import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The last reading of a measurement.
 *
 * @param verdict none where nothing is asked of the value
 * @param body all that the journal says of it
 */
public record Measured(
    Instant at, Reading reading, @Nullable Verdict verdict, String reason, JsonNode body) {

  static Measured of(Instant at, JsonNode body) {
    String verdict = body.path("verdict").asString("");
    return new Measured(
        at,
        Readings.read(body.path("reading")),
        verdict.isEmpty() ? null : Verdict.valueOf(verdict),
        body.path("reason").asString(""),
        body);
  }
}
