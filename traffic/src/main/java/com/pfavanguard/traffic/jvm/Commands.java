package com.pfavanguard.traffic.jvm;

import com.pfavanguard.traffic.Colour;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The lines that the proxy's socket understands; each is answered by one JSON object. */
record Commands(ActiveColour active, Lanes lanes, int port) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * @throws IllegalArgumentException when it is no command
   */
  String answer(String line) throws IOException {
    String[] words = line.strip().split(" ", 3);
    if (words.length == 2) {
      Colour colour = Colour.named(words[1]);
      switch (words[0]) {
        case "lead" -> active.become(colour);
        case "end-streams" -> lanes.of(colour).endStreams();
        case "cut-requests" -> lanes.of(colour).cutRequests();
        default -> throw new IllegalArgumentException("unknown command " + words[0]);
      }
    } else if (!line.strip().equals("status")) {
      throw new IllegalArgumentException(
          "status, or lead, end-streams, cut-requests with a colour");
    }
    return JSON.writeValueAsString(status());
  }

  private ObjectNode status() {
    ObjectNode status = JSON.createObjectNode();
    status.put("active", active.now().toString()).put("port", port);
    for (Colour colour : Colour.values()) {
      Lane lane = lanes.of(colour);
      status
          .putObject(colour.toString())
          .put("address", lane.server().toString())
          .put("requests", lane.requests())
          .put("streams", lane.streams());
    }
    return status;
  }
}
