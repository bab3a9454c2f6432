package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.client.Answer;
import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A planner who edits one record after another of a project, over and over. */
final class Planning {
  private static final String ORGANIZATION = "RIO";
  private static final int AT_ONCE = 30;
  private static final int WAITING_ENOUGH = 30;

  private final LiveTraffic traffic;
  private int round;

  Planning(LiveTraffic traffic) {
    this.traffic = traffic;
  }

  void work() throws IOException, InterruptedException {
    VanguardApi api = traffic.signIn(traffic.personas().planner());
    List<JsonNode> records = editable(api);
    while (!traffic.isOver()) {
      round++;
      for (int from = 0; from < records.size() && !traffic.isOver(); from += AT_ONCE) {
        edit(api, records.subList(from, Math.min(records.size(), from + AT_ONCE)));
        untilShort(api);
      }
    }
  }

  private List<JsonNode> editable(VanguardApi api) throws IOException, InterruptedException {
    return traffic
        .count(
            api.get(
                "/api/pfa-data?organizationId=RIO&totals=false&limit=400"
                    + "&filter=isActualized:eq:false&filter=source:eq:Rental"))
        .body()
        .path("records")
        .valueStream()
        .toList();
  }

  private void edit(VanguardApi api, List<JsonNode> records)
      throws IOException, InterruptedException {
    ObjectNode wish = Json.object().put("organizationId", ORGANIZATION);
    ArrayNode changes = wish.putArray("changes");
    for (JsonNode record : records) {
      changes
          .addObject()
          .put("pfaId", record.path("pfaId").asString())
          .putObject("fields")
          .put("model", "REHEARSED " + round);
    }
    traffic.count(api.post("/api/pfa-data/save-draft", wish));
    traffic.count(
        api.post("/api/pfa-data/commit-drafts", Json.object().put("organizationId", ORGANIZATION)));
  }

  /** A person reads what comes back before going on; so the queue stays short. */
  private void untilShort(VanguardApi api) throws IOException, InterruptedException {
    int waiting = WAITING_ENOUGH;
    while (waiting >= WAITING_ENOUGH && !traffic.isOver()) {
      Thread.sleep(Duration.ofMillis(400));
      Answer answer = traffic.count(api.get("/api/pems/queue-metrics?organizationId=RIO"));
      waiting = answer.body().path("pending").asInt(0);
    }
  }
}
