package com.pfavanguard.trial.bench;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.trial.stage.Door;
import com.pfavanguard.trial.stage.Stage;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A planner of one organization of the main tenant. */
final class Planner {
  static final String ORGANIZATION = "RIO";
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final Door door;

  private Planner(Door door) {
    this.door = door;
  }

  static Planner of(Stage stage) throws InterruptedException {
    return new Planner(
        Door.signIn(
            stage.serverAddresses(),
            stage.accounts().authors().getFirst(),
            stage.accounts().password(),
            new Random(1)));
  }

  /**
   * Records whose forecast may be edited.
   *
   * @throws Refusal when there are not so many
   */
  List<JsonNode> editable(int count) throws InterruptedException {
    List<JsonNode> records =
        door.get(
                "/api/pfa-data?organizationId=%s&totals=false&limit=%d"
                        .formatted(ORGANIZATION, count)
                    + "&filter=isActualized:eq:false&filter=source:eq:Rental")
            .body()
            .path("records")
            .valueStream()
            .toList();
    if (records.size() < count) {
      throw new Refusal("there are only %d records to edit".formatted(records.size()));
    }
    return records;
  }

  /** Saves a draft of each record; they are the planner's only ones. */
  void draft(List<JsonNode> records, Map<String, String> values) throws InterruptedException {
    ObjectNode request = Json.object().put("organizationId", ORGANIZATION);
    ArrayNode changes = request.putArray("changes");
    for (JsonNode record : records) {
      ObjectNode change = changes.addObject().put("pfaId", record.path("pfaId").asString());
      change.put("baseVersion", record.path("version").asLong());
      ObjectNode fields = change.putObject("fields");
      values.forEach(fields::put);
    }
    demand(door.post("/api/pfa-data/save-draft", request), OK);
  }

  /** Commits every draft. */
  void commit() throws InterruptedException {
    JsonNode all = Json.object().put("organizationId", ORGANIZATION);
    demand(door.post("/api/pfa-data/commit-drafts", all), ACCEPTED);
  }

  private static void demand(Door.Settled answer, int status) {
    if (answer.status() != status) {
      throw new Refusal(answer.answer().problem());
    }
  }
}
