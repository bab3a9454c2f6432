package com.pfavanguard.monitoring;

import static org.awaitility.Awaitility.await;

import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole product as processes, with the logs and traces of production, and planners at work. */
final class WatchedSystem implements AutoCloseable {
  private static final String ORGANIZATION = "RIO";

  private final Path data;
  private final Running up;
  private final JsonNode run;
  private final VanguardApi planner;

  private WatchedSystem(Path data, Running up) throws IOException, InterruptedException {
    this.data = data;
    this.up = up;
    this.run = Json.parse(Files.readString(data.resolve("run.json")));
    this.planner = api("planner");
  }

  static WatchedSystem start(Path folder, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("VANGUARD_LOGGING_FORMAT", "ecs");
    Running up =
        Running.start(
                folder.resolve("up.log"),
                environment,
                List.of(
                    Tool.ROOT.resolve("vanguard").toString(),
                    "up",
                    "--no-build",
                    "--data-dir=" + data,
                    "--port=0",
                    "--management-port=0",
                    "--simulator-port=0",
                    "--records=3000"))
            .awaitReady(data.resolve("run.json").toString());
    return new WatchedSystem(data, up);
  }

  String url() {
    return run.path("server").path("url").asString();
  }

  String management() {
    return run.path("server").path("managementUrl").asString();
  }

  String workerManagement() {
    return run.path("workers").path(0).path("managementUrl").asString();
  }

  String database() {
    return run.path("database").path("url").asString();
  }

  String password(String username) {
    return user(username).path("password").asString();
  }

  String token(String username) throws IOException, InterruptedException {
    ObjectNode credentials =
        Json.object().put("username", username).put("password", password(username));
    return VanguardApi.anonymous(url())
        .post("/api/auth/login", credentials)
        .body()
        .path("token")
        .asString();
  }

  private VanguardApi api(String username) throws IOException, InterruptedException {
    return VanguardApi.anonymous(url()).login(username, password(username));
  }

  private JsonNode user(String username) {
    return run.path("users")
        .valueStream()
        .filter(user -> user.path("username").asString().equals(username))
        .findFirst()
        .orElseThrow();
  }

  /** Every line that server or worker logged. */
  List<String> log(String process) throws IOException {
    return Files.readAllLines(data.resolve("logs").resolve(process + ".log"));
  }

  /** Moves the end of some records by a day, and waits until PEMS has them. */
  List<String> edit(int count) throws IOException, InterruptedException {
    JsonNode records =
        planner
            .get("/api/pfa-data?limit=200&totals=false&organizationId=" + ORGANIZATION)
            .body()
            .path("records");
    ObjectNode draft = Json.object().put("organizationId", ORGANIZATION);
    var changes = draft.putArray("changes");
    records
        .valueStream()
        .filter(r -> r.path("forecastEnd").isString() && !r.path("isActualized").asBoolean(true))
        .filter(r -> r.path("syncStatus").asString("").equals("synced"))
        .limit(count)
        .forEach(
            r ->
                changes
                    .addObject()
                    .put("pfaId", r.path("pfaId").asString())
                    .put("baseVersion", r.path("version").asLong())
                    .putObject("fields")
                    .put(
                        "forecastEnd",
                        LocalDate.parse(r.path("forecastEnd").asString()).plusDays(1).toString()));
    List<String> ids =
        planner
            .post("/api/pfa-data/save-draft", draft)
            .body()
            .path("drafts")
            .valueStream()
            .map(saved -> saved.path("modificationId").asString())
            .toList();
    planner.post("/api/pfa-data/commit-drafts", Json.object().put("organizationId", ORGANIZATION));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> status().path("queueSize").asLong(-1) == 0 && processing() == 0);
    return ids;
  }

  private long processing() throws IOException, InterruptedException {
    return status().path("processing").asLong(-1);
  }

  private JsonNode status() throws IOException, InterruptedException {
    return planner.get("/api/pems/sync-status?organizationId=" + ORGANIZATION).body();
  }

  @Override
  public void close() {
    up.close();
  }
}
