package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.client.Answer;
import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Fills the mirrors of organizations that have none yet, through the API as a user would. */
final class FirstRead {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
  private static final int BAR = 30;
  private static final int TOO_MANY_REQUESTS = 429;

  private final VanguardApi admin;
  private final Console console;

  FirstRead(VanguardApi admin, Console console) {
    this.admin = admin;
    this.console = console;
  }

  /**
   * @throws Refusal when a read fails; the next start tries again
   */
  void run(List<String> organizations) throws IOException, InterruptedException {
    for (String organization : organizations) {
      read(organization);
    }
  }

  private void read(String organization) throws IOException, InterruptedException {
    JsonNode wish = Json.object().put("organizationId", organization).put("syncType", "full");
    Answer started = admin.post("/api/pems/sync", wish);
    String id = started.body().path("syncId").asString("");
    if (started.status() != 202 || id.isEmpty()) {
      throw new Refusal("the read of " + organization + " was refused: " + started.problem());
    }
    while (true) {
      Answer answer = ask("/api/pems/sync/" + id);
      JsonNode progress = answer.body();
      switch (progress.path("status").asString("")) {
        case "completed" -> {
          console.say(summary(organization, progress));
          return;
        }
        case "failed" ->
            throw new Refusal(
                "the read of %s failed: %s"
                    .formatted(organization, progress.path("error").path("detail").asString("")));
        case "running" -> console.status(bar(organization, progress));
        default ->
            throw new Refusal("the read of " + organization + " is lost: " + answer.problem());
      }
      Thread.sleep(LOOK_AGAIN);
    }
  }

  private Answer ask(String path) throws IOException, InterruptedException {
    Answer answer = admin.get(path);
    while (answer.status() == TOO_MANY_REQUESTS) {
      Thread.sleep(Duration.ofSeconds(1));
      answer = admin.get(path);
    }
    return answer;
  }

  private String summary(String organization, JsonNode progress) {
    console.status("");
    return "  %-10s %,9d records read from PEMS, %,d a second"
        .formatted(
            organization,
            progress.path("rowsRead").asLong(0),
            progress.path("rowsPerSecond").asLong(0));
  }

  private static String bar(String organization, JsonNode progress) {
    long read = progress.path("rowsRead").asLong(0);
    long expected = Math.max(1, progress.path("expectedRows").asLong(0));
    int done = (int) Math.min(BAR, read * BAR / expected);
    return "  %-10s [%s%s] %,d of %,d records (%s)"
        .formatted(
            organization,
            "#".repeat(done),
            ".".repeat(BAR - done),
            read,
            expected,
            progress.path("phase").asString(""));
  }
}
