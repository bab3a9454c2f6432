package com.pfavanguard.simulator.store;

import com.pfavanguard.simulator.record.PortfolioSize;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * The journal's line that says which portfolio the writes belong to.
 *
 * @param asked what the program was started with when the line was written
 * @param current what holds, which differs from it after a reset
 */
record PortfolioLine(PortfolioSize asked, PortfolioSize current) {
  static boolean is(JsonNode json) {
    return json.has("portfolio");
  }

  static PortfolioLine fromJson(JsonNode json) {
    return new PortfolioLine(size(json.path("asked")), size(json.path("portfolio")));
  }

  private static PortfolioSize size(JsonNode json) {
    return new PortfolioSize(json.path("records").asInt(), json.path("seed").asLong());
  }

  byte[] toJson() {
    return "{\"portfolio\":{\"records\":%d,\"seed\":%d},\"asked\":{\"records\":%d,\"seed\":%d}}"
        .formatted(current.records(), current.seed(), asked.records(), asked.seed())
        .getBytes(StandardCharsets.UTF_8);
  }
}
