package com.pfavanguard.trial.stage;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.trial.check.Evidence.RecordState;
import com.pfavanguard.trial.check.Evidence.Traffic;
import com.pfavanguard.trial.check.PemsWrite;
import com.pfavanguard.trial.check.RecordKey;
import com.pfavanguard.trial.check.Texts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The simulator's control API: what only PEMS itself knows and does. */
public final class PemsControl {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int OK = 200;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Integer> struck = new ConcurrentHashMap<>();
  private final String address;

  public PemsControl(String address) {
    this.address = address;
  }

  /** A person at the PEMS screen changes a record; false when there is no such record any more. */
  public boolean edit(RecordKey record, String user, Map<String, String> fields)
      throws IOException, InterruptedException {
    ObjectNode body =
        Json.object()
            .put("organization", record.organization())
            .put("pfaId", record.pfaId())
            .put("user", user);
    ObjectNode values = body.putObject("fields");
    fields.forEach(values::put);
    return send("POST", "/edits", Json.line(body)).statusCode() == OK;
  }

  /** Plays these faults from now on, and no others. */
  public void faults(JsonNode rules) throws IOException, InterruptedException {
    remember();
    demand(send("PUT", "/faults", Json.line(rules)));
  }

  public void noFaults() throws IOException, InterruptedException {
    remember();
    demand(send("DELETE", "/faults", ""));
  }

  /** How often each kind of fault had struck when the rules were changed last. */
  public Map<String, Integer> struck() {
    return Map.copyOf(struck);
  }

  /** The simulator counts from the last change of its rules on. */
  private void remember() throws IOException, InterruptedException {
    for (JsonNode rule : demand(send("GET", "/faults", "")).path("rules")) {
      JsonNode fault = rule.path("rule").path("fault");
      String kind = fault.isString() ? fault.asString() : fault.path("kind").asString("");
      struck.merge(kind, rule.path("struck").asInt(0), Integer::sum);
    }
  }

  /** A token bucket of the tenant: so many requests a second, and as many at once after a rest. */
  public void limit(int perSecond) throws IOException, InterruptedException {
    JsonNode settings = Json.object().put("ratePerSecond", perSecond).put("rateBurst", perSecond);
    demand(send("POST", "/settings", Json.line(settings)));
  }

  public Traffic traffic() throws IOException, InterruptedException {
    JsonNode stats = demand(send("GET", "/stats", ""));
    return new Traffic(stats.path("requests").asLong(), stats.path("rejectedByRateLimit").asLong());
  }

  public RecordState record(RecordKey key) throws IOException, InterruptedException {
    JsonNode record = demand(send("GET", "/records/" + key.organization() + "/" + key.pfaId(), ""));
    return new RecordState(record.path("recordid").asLong(), values(record.path("fields")));
  }

  /** Everything PEMS has committed, in its order. */
  public List<PemsWrite> writes() throws IOException, InterruptedException {
    return writesAfter(0);
  }

  public List<PemsWrite> writesAfter(long sequence) throws IOException, InterruptedException {
    List<PemsWrite> writes = new ArrayList<>();
    for (JsonNode write : demand(send("GET", "/writes?after=" + sequence, ""))) {
      writes.add(
          new PemsWrite(
              write.path("sequence").asLong(),
              new RecordKey(write.path("organization").asString(), write.path("pfaId").asString()),
              write.path("recordid").asLong(),
              write.path("user").asString(),
              PemsWrite.Action.valueOf(write.path("action").asString()),
              values(write.path("fields"))));
    }
    return writes;
  }

  private static Map<String, @Nullable String> values(JsonNode fields) {
    Map<String, @Nullable String> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      if (Fields.ALL.contains(field.getKey())) {
        JsonNode value = field.getValue();
        values.put(
            field.getKey(),
            Texts.canonical(field.getKey(), value.isNull() ? null : value.asString()));
      }
    }
    return values;
  }

  private java.net.http.HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(TIMEOUT)
            .method(method, BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static JsonNode demand(java.net.http.HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != OK) {
      throw new IOException("the simulator's control API: " + answer.body());
    }
    return answer.body().isBlank() ? Json.object() : Json.parse(answer.body());
  }
}
