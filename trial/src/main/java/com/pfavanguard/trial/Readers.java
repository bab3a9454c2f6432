package com.pfavanguard.trial;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.trial.stage.Accounts;
import com.pfavanguard.trial.stage.Door;
import java.util.List;

/** Reads from PEMS into the mirror, as the referee asks for it. */
public final class Readers {
  private static final int LOOK_MILLIS = 200;
  private static final int LOOKS = 600;
  private static final int TRIES = 5;

  private final Door referee;
  private int completed;

  public Readers(Door referee) {
    this.referee = referee;
  }

  /** One read; a failed one leaves the mirror as it was, which is no breach. */
  boolean read(String organization, String type) throws InterruptedException {
    var started =
        referee.post(
            "/api/pems/sync",
            Json.object().put("organizationId", organization).put("syncType", type));
    String id = started.body().path("syncId").asString("");
    for (int look = 0; look < LOOKS && !id.isEmpty(); look++) {
      String status = referee.get("/api/pems/sync/" + id).body().path("status").asString("failed");
      if (!status.equals("running")) {
        completed += status.equals("completed") ? 1 : 0;
        return status.equals("completed");
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return false;
  }

  /**
   * A complete read of everything.
   *
   * @throws Refusal when an organization cannot be read at all
   */
  public void readAll() throws InterruptedException {
    for (String organization : Accounts.ORGANIZATIONS) {
      int tries = 0;
      while (!read(organization, "full")) {
        tries++;
        if (tries == TRIES) {
          throw new Refusal(organization + " cannot be read from PEMS");
        }
        Thread.sleep(LOOK_MILLIS);
      }
    }
  }

  List<String> types() {
    return List.of("incremental", "full");
  }

  int completed() {
    return completed;
  }
}
