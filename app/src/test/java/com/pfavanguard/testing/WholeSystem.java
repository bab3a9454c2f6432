package com.pfavanguard.testing;

import static org.awaitility.Awaitility.await;

import com.pfavanguard.Vanguard;
import com.pfavanguard.simulator.PemsSimulator;
import com.pfavanguard.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Simulator, database, one server and as many workers as a test wants, all real, in this JVM. */
public final class WholeSystem implements AutoCloseable {
  private static final String PASSWORD = UUID.randomUUID().toString();

  private final PemsSimulator pems;
  private final TestDatabase database = TestDatabase.create();
  private final ConfigurableApplicationContext server;
  private final List<ConfigurableApplicationContext> workers = new ArrayList<>();

  private WholeSystem(int records, Map<String, ?> settings) throws IOException {
    pems = PemsSimulator.start(SimulatorOptions.inMemory(PASSWORD).withRecords(records, 1));
    Map<String, Object> all = new HashMap<>(FreshServer.properties(database));
    all.putAll(settings);
    server = start(all, "server");
  }

  public static WholeSystem start(int records) {
    return start(records, Map.of());
  }

  /**
   * @param settings of the server
   */
  public static WholeSystem start(int records, Map<String, ?> settings) {
    try {
      return new WholeSystem(records, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ApiClient api() {
    return ApiClient.at(
        server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  public MirrorRows tables() {
    return new MirrorRows(database);
  }

  /** Reads an organization into the mirror, through the product's own API. */
  public WholeSystem read(String organization) {
    ApiClient admin = api().as("admin");
    String sync =
        admin
            .post("/api/pems/sync", Map.of("organizationId", organization, "syncType", "full"))
            .body()
            .path("syncId")
            .asString();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> admin.get("/api/pems/sync/" + sync).body().path("status").asString(),
            "completed"::equals);
    return this;
  }

  /** Starts one more worker; close it to drain it. */
  public ConfigurableApplicationContext startWorker(String... properties) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("vanguard.database.url", database.url("worker"));
    settings.put("vanguard.database.pool-size", 6);
    settings.put("vanguard.management.port", 0);
    settings.put("vanguard.worker.id", "worker-" + workers.size());
    for (String property : properties) {
      String[] parts = property.split("=", 2);
      settings.put(parts[0], parts[1]);
    }
    ConfigurableApplicationContext worker = start(settings, "worker");
    workers.add(worker);
    return worker;
  }

  /**
   * The simulator's control API: what only PEMS itself knows.
   *
   * @param body sent with POST and PUT only: a server that leaves a body unread resets the
   *     connection, and with it the end of its answer
   */
  public JsonNode pems(String method, String path, Object body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(pems.controlUrl() + path))
              .method(
                  method,
                  method.startsWith("P")
                      ? HttpRequest.BodyPublishers.ofString(
                          JsonMapper.shared().writeValueAsString(body))
                      : HttpRequest.BodyPublishers.noBody())
              .build();
      try (HttpClient http = HttpClient.newHttpClient()) {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
          throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body().isBlank() ? "null" : answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    workers.stream().filter(ConfigurableApplicationContext::isActive).forEach(w -> w.close());
    server.close();
    try {
      pems.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ConfigurableApplicationContext start(Map<String, Object> settings, String role) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("vanguard.role", role);
    all.put("vanguard.server.port", 0);
    all.put("vanguard.pems.base-url", pems.url());
    all.put("vanguard.pems.tenant", "DEMO");
    all.put("vanguard.pems.username", "vanguard");
    all.put("vanguard.pems.password", PASSWORD);
    // Its sign-ins would be counted among the requests of the tests.
    all.put("vanguard.secrets.first-check", "1h");
    all.putIfAbsent("vanguard.pems.requests-per-second", 5000);
    all.putIfAbsent("vanguard.pems.burst", 5000);
    String[] arguments =
        all.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    return new SpringApplicationBuilder(Vanguard.class).run(arguments);
  }
}
