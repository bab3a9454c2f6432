package com.pfavanguard.release.rehearsal;

import com.pfavanguard.launcher.console.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.node.ObjectNode;

/** The simulator's control API. */
record PemsFaults(URI control) {

  /** PEMS refuses every write with a message of its own. */
  void refuseUpdates() throws IOException, InterruptedException {
    ObjectNode fault = Json.object().put("kind", "error-alert");
    play("UPDATE", fault);
  }

  void slowDown() throws IOException, InterruptedException {
    play(
        "UPDATE",
        Json.object().put("kind", "latency").put("minMillis", 4000).put("maxMillis", 5000));
  }

  private void play(String operation, ObjectNode fault) throws IOException, InterruptedException {
    ObjectNode wish = Json.object().put("seed", 1);
    ObjectNode rule = wish.putArray("rules").addObject().put("rate", 1);
    rule.putObject("match").putArray("operation").add(operation);
    rule.set("fault", fault);
    send(
        HttpRequest.newBuilder(control.resolve("/faults"))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(Json.line(wish)))
            .build());
  }

  void behave() throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(control.resolve("/faults")).DELETE().build());
  }

  private static void send(HttpRequest request) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IOException("the simulator refuses: " + answer.body());
      }
    }
  }
}
