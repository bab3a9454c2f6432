package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Json;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A planner commits everything there is, again and again for a while. */
record Flood(Theatre theatre) {
  private static final int AT_ONCE = 300;

  void run() throws IOException, InterruptedException {
    Personas personas = theatre.personas();
    VanguardApi api =
        VanguardApi.anonymous(theatre.publicAddress().toString())
            .login(personas.tester(), personas.password());
    for (String organization : Personas.ORGANIZATIONS) {
      List<JsonNode> records =
          api.get(
                  "/api/pfa-data?totals=false&limit=1000&organizationId="
                      + organization
                      + "&filter=isActualized:eq:false")
              .body()
              .path("records")
              .valueStream()
              .toList();
      for (int from = 0; from < records.size(); from += AT_ONCE) {
        commit(api, organization, records.subList(from, Math.min(records.size(), from + AT_ONCE)));
      }
    }
  }

  private static void commit(VanguardApi api, String organization, List<JsonNode> records)
      throws IOException, InterruptedException {
    ObjectNode wish = Json.object().put("organizationId", organization);
    ArrayNode changes = wish.putArray("changes");
    for (JsonNode record : records) {
      changes
          .addObject()
          .put("pfaId", record.path("pfaId").asString())
          .putObject("fields")
          .put("model", "FLOOD");
    }
    api.post("/api/pfa-data/save-draft", wish);
    api.post("/api/pfa-data/commit-drafts", Json.object().put("organizationId", organization));
  }
}
