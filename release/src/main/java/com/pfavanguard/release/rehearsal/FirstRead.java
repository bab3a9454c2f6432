package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.client.Answer;
import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Json;
import java.io.IOException;
import java.time.Duration;

/** Fills the mirror as an administrator would. */
record FirstRead(VanguardApi admin) {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  void run() throws IOException, InterruptedException {
    for (String organization : Personas.ORGANIZATIONS) {
      Answer started =
          admin.post(
              "/api/pems/sync",
              Json.object().put("organizationId", organization).put("syncType", "full"));
      String id = started.body().path("syncId").asString("");
      String status = "running";
      while (status.equals("running") && !id.isEmpty()) {
        Thread.sleep(LOOK_AGAIN);
        status = admin.get("/api/pems/sync/" + id).body().path("status").asString("running");
      }
      if (!status.equals("completed")) {
        throw new IOException("the read of %s: %s".formatted(organization, started.problem()));
      }
    }
  }
}
