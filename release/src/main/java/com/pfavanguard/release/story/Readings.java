package com.pfavanguard.release.story;

import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A reading as the journal keeps it: read back, it is judged as it was (requirement 5). */
public final class Readings {
  private Readings() {}

  public static ObjectNode write(Reading reading) {
    ObjectNode json = Json.object();
    return switch (reading) {
      case Reading.Level level -> json.put("level", level.value().toString());
      case Reading.Share share -> json.put("hits", share.hits()).put("of", share.of());
      case Reading.Words words -> json.put("words", words.text());
      case Reading.Nothing nothing -> json.put("nothing", nothing.why());
      case Reading.Broken broken -> json.put("broken", broken.why());
    };
  }

  public static Reading read(JsonNode json) {
    if (json.has("level")) {
      return new Reading.Level(Quantity.parse(json.path("level").asString()));
    }
    if (json.has("of")) {
      return new Reading.Share(json.path("hits").asLong(), json.path("of").asLong());
    }
    if (json.has("words")) {
      return new Reading.Words(json.path("words").asString());
    }
    return json.has("nothing")
        ? new Reading.Nothing(json.path("nothing").asString())
        : new Reading.Broken(json.path("broken").asString("the journal holds no reading"));
  }
}
