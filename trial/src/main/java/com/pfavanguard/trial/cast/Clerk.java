package com.pfavanguard.trial.cast;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.trial.stage.Door;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who gives up, by name, some of what waits for a person. */
public final class Clerk {
  private static final int MOST = 20;

  private final Door door;

  public Clerk(Door door) {
    this.door = door;
  }

  /** Takes PEMS's side in some conflicts, and discards some dead letters. */
  public void tidy() throws InterruptedException {
    ObjectNode theirs =
        Json.object().put("resolution", "use_pems").put("reason", "the trial is over");
    for (JsonNode conflict : waiting("conflicts?status=unresolved&", "conflicts")) {
      settle("conflicts", conflict, "resolve", theirs);
    }
    ObjectNode reason = Json.object().put("reason", "the trial is over");
    for (JsonNode letter : waiting("dead-letters?", "deadLetters")) {
      settle("dead-letters", letter, "discard", reason);
    }
  }

  private JsonNode waiting(String list, String name) throws InterruptedException {
    return door.get("/api/pems/" + list + "limit=" + MOST).body().path(name);
  }

  private void settle(String kind, JsonNode what, String how, ObjectNode body)
      throws InterruptedException {
    String id = what.path("id").asString(what.path("conflictId").asString(""));
    door.post("/api/pems/%s/%s/%s".formatted(kind, id, how), body);
  }
}
