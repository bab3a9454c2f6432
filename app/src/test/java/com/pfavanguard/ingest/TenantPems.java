package com.pfavanguard.ingest;

import com.pfavanguard.simulator.PemsSimulator;
import com.pfavanguard.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The PEMS that a server under test reads, and its control API. */
final class TenantPems {
  private static final String PASSWORD = "tenant";

  private final PemsSimulator simulator;

  TenantPems() {
    try {
      simulator = PemsSimulator.start(SimulatorOptions.inMemory(PASSWORD).withRecords(300, 5));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Points a server at it, with pages so small that a read has many. */
  void configure(DynamicPropertyRegistry registry) {
    properties().forEach((name, value) -> registry.add(name, () -> value));
  }

  Map<String, Object> properties() {
    Map<String, Object> all = new HashMap<>();
    all.put("vanguard.pems.base-url", simulator.url());
    all.put("vanguard.pems.tenant", "DEMO");
    all.put("vanguard.pems.username", "vanguard");
    all.put("vanguard.pems.password", PASSWORD);
    all.put("vanguard.pems.requests-per-second", 5000);
    all.put("vanguard.pems.burst", 5000);
    all.put("vanguard.pems.page-size", 20);
    all.put("vanguard.ingest.retry-delays", "1ms,1ms");
    all.put("vanguard.ingest.passes", 20);
    all.put("vanguard.ingest.metrics-interval", "200ms");
    return all;
  }

  /** As it was in the beginning: the generated records and no fault. */
  void reset() {
    control("DELETE", "/faults", Map.of());
    control("POST", "/reset", Map.of());
  }

  /** Lets a fault strike grid requests with rows, as the trigger says. */
  void faultOnPages(Map<String, ?> fault, Map<String, ?> trigger) {
    faultsOnPages(List.of(fault), trigger);
  }

  /** Lets all these faults strike grid requests with rows, as the trigger says. */
  void faultsOnPages(List<Map<String, ?>> faults, Map<String, ?> trigger) {
    List<Map<String, ?>> rules = new ArrayList<>();
    for (Map<String, ?> fault : faults) {
      var rule = new HashMap<String, Object>(trigger);
      rule.put("match", Map.of("operation", "GRIDDATA", "requestType", "LIST.HEAD_DATA.STORED"));
      rule.put("fault", fault);
      rules.add(rule);
    }
    control("PUT", "/faults", Map.of("seed", 1, "rules", rules));
  }

  /** The tenant's schema changes for every request from now on; nothing restores it. */
  void drift(Map<String, ?> change) {
    var fault = new HashMap<String, Object>(change);
    fault.put("kind", "schema-drift");
    control(
        "PUT",
        "/faults",
        Map.of("seed", 1, "rules", List.of(Map.of("match", Map.of(), "fault", fault))));
  }

  /** How many requests have come in since it was started. */
  long requests() {
    return ask("/stats").path("requests").asLong();
  }

  /** The accepted writes of an action, in order. */
  List<JsonNode> writes(String action) {
    JsonNode writes = ask("/writes?after=0");
    return writes.valueStream().filter(w -> w.path("action").asString().equals(action)).toList();
  }

  /** Lets a fault strike the requests for a count that are numbered so, from 1. */
  void faultOnCount(Map<String, ?> fault, Map<String, ?> schedule) {
    control(
        "PUT",
        "/faults",
        Map.of(
            "seed",
            1,
            "rules",
            List.of(
                Map.of(
                    "match",
                    Map.of("operation", "GRIDDATA", "requestType", "LIST.COUNT.STORED"),
                    "fault",
                    fault,
                    "schedule",
                    schedule))));
  }

  void edit(String pfaId, Map<String, ?> fields) {
    control(
        "POST",
        "/edits",
        Map.of("organization", "RIO", "pfaId", pfaId, "user", "PEMSUSER", "fields", fields));
  }

  /** A PEMS user deletes a record. */
  void delete(String pfaId) {
    screen("DELETE", pfaId);
  }

  /** A PEMS user adds a record of which only the key is known. */
  void add(String pfaId) {
    screen("ADD", pfaId);
  }

  private void screen(String action, String pfaId) {
    String body =
        """
        {"USERDEFINEDSCREENNAME":"CUPFA2","USERDEFINEDSERVICEACTION":"%s",
         "USERDEFINEDSCREENFIELDVALUELIST":{"USERDEFINEDSCREENFIELDVALUEPAIR":[
          {"USERDEFINEDSCREENFIELDNAME":"PFS_ID","USERDEFINEDSCREENFIELDVALUE":{"TEXTDATA":"%s"}},
          {"USERDEFINEDSCREENFIELDNAME":"PFS_A_ORG","USERDEFINEDSCREENFIELDVALUE":{"TEXTDATA":"RIO"}}]}}
        """
            .formatted(action, pfaId);
    String basic =
        Base64.getEncoder()
            .encodeToString(
                ("vanguard:" + PASSWORD).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    send(
        HttpRequest.newBuilder(URI.create(simulator.url() + "/userdefinedscreenservices"))
            .header("Authorization", "Basic " + basic)
            .header("tenant", "DEMO")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  void control(String method, String path, Object body) {
    String json = JsonMapper.shared().writeValueAsString(body);
    send(
        HttpRequest.newBuilder(URI.create(simulator.controlUrl() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private JsonNode ask(String path) {
    return send(HttpRequest.newBuilder(URI.create(simulator.controlUrl() + path)).build());
  }

  private static JsonNode send(HttpRequest request) {
    // A client of its own each time: no connection grows old enough to be cut.
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(request.uri() + ": " + answer.body());
      }
      return JsonMapper.shared().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
