package com.pfavanguard.credential.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.kernel.secret.LiveSecrets;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.FreshServer;
import com.pfavanguard.testing.TestDatabase;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** One server whose secrets are files with recognisable texts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class SecretsOfAServerTest {
  private static final String ROLE = "canary_app_" + ProcessHandle.current().pid();
  private static final String NEXT_ROLE = "next_" + ROLE;

  private final TestDatabase database = TestDatabase.create();
  private final List<String> canaries = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();
  private final StringBuilder logged = new StringBuilder();
  private PemsDoor pems;
  private Path folder;
  private ConfigurableApplicationContext server;

  @BeforeAll
  void start(@TempDir Path secrets) throws IOException {
    folder = secrets;
    pems = new PemsDoor();
    String password = newPassword("database");
    for (String role : List.of(ROLE, NEXT_ROLE)) {
      owner("CREATE ROLE " + role + " LOGIN PASSWORD '" + password + "' IN ROLE vanguard_app");
      owner("GRANT " + role + " TO vanguard_owner");
    }
    write("database-app", address(ROLE, password));
    String atPems = newPassword("pems");
    write("pems-password", atPems);
    pems.opensFor(atPems);
    write("gemini-api-key", newPassword("gemini"));
    write("credential-key", newKey());
    server =
        FreshServer.another(
            database,
            Map.of(
                "vanguard.secrets.check-every",
                "1s",
                "vanguard.secrets.dir",
                folder.toString(),
                "vanguard.secrets.refresh",
                "1h",
                "vanguard.secrets.first-check",
                "1s",
                "vanguard.pems.base-url",
                pems.url() + "/axis/restservices",
                "vanguard.pems.username",
                "vanguard",
                "vanguard.pems.allowed-hosts",
                pems.url(),
                "vanguard.gemini.base-url",
                pems.url()));
    owner("UPDATE user_account SET system_role = 'system_admin' WHERE username = 'admin'");
  }

  @AfterAll
  void stop() {
    server.close();
    pems.close();
    for (String role : List.of(ROLE, NEXT_ROLE)) {
      owner("DROP OWNED BY " + role);
      owner("DROP ROLE " + role);
    }
  }

  /** What a test method has heard is gone after it. */
  @AfterEach
  void keep(CapturedOutput output) {
    logged.append(output.getAll());
  }

  /**
   * The tests' PostgreSQL asks for no password, so the role is changed, as Amazon's rotation does.
   */
  @Test
  void aChangedDatabaseSignInIsFoundByTheFirstWhoIsRefused() throws IOException {
    ApiClient admin = api().as("admin");
    write("database-app", address(NEXT_ROLE, newPassword("database")));
    owner("ALTER ROLE " + ROLE + " NOLOGIN");

    owner(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '"
            + ROLE
            + "'");

    await()
        .untilAsserted(() -> assertThat(heard(admin.get("/api/auth/me")).status()).isEqualTo(200));
  }

  @Test
  void aChangedPemsPasswordIsFoundByTheFirstRefusedCallWhichThenSucceeds() throws IOException {
    PemsConnections connections = server.getBean(PemsConnections.class);
    PemsGateway gateway = server.getBean(PemsGateway.class);
    String password = newPassword("pems");
    write("pems-password", password);
    pems.opensFor(password);

    await()
        .until(
            () -> {
              int before = pems.refusals();
              gateway.count(connections.target("default", "RIO"), new GridQuery(null, 10));
              if (pems.letIn(password)) {
                assertThat(pems.refusals())
                    .as("refused and let in by one call")
                    .isGreaterThan(before);
              }
              return pems.letIn(password);
            });
  }

  @Test
  void aStoredConnectionKeepsItsSecretFromEverybodyAndUsesIt() throws IOException {
    ApiClient admin = api().as("admin");
    String secret = "canary stored " + System.nanoTime();
    canaries.add(secret);
    assertThat(save(admin, "gulf", body(pems.url(), secret)).status()).isEqualTo(200);

    PemsConnections connections = server.getBean(PemsConnections.class);
    await()
        .until(
            () ->
                connections.all().stream()
                    .anyMatch(c -> c.credentials().password().equals(secret)));
    assertThat(heard(admin.get("/api/pems/connections/gulf")).body().has("password")).isFalse();
    assertThat(heard(admin.post("/api/pems/connections/gulf/test", Map.of())).text())
        .contains("invalid");
    assertThat(heard(admin.get("/api/audit?organizationId=RIO")).text())
        .contains("pems_connection_changed")
        .contains("pems_connection_tried");

    int before = keyOf("gulf");
    String old = Files.readString(folder.resolve("credential-key"));
    write("credential-key", newKey() + "\n" + old);
    server.getBean(LiveSecrets.class).readAllAgain();
    await().until(() -> keyOf("gulf") != before);
    assertThat(connections.target("gulf", "RIO").connection().credentials().password())
        .isEqualTo(secret);
    assertThat(heard(admin.send("DELETE", "/api/pems/connections/gulf", "")).status())
        .isEqualTo(204);
  }

  @Test
  void aStoredSecretIsLedNowhereElse() {
    ApiClient admin = api().as("admin");
    save(admin, "north", body(pems.url(), "canary of the north"));
    canaries.add("canary of the north");

    for (String elsewhere :
        List.of("http://127.0.0.1:" + database.port(), "http://169.254.169.254", "file:///etc")) {
      assertThat(save(admin, "north", body(elsewhere, "x")).code())
          .isEqualTo("address_not_allowed");
    }
    assertThat(save(admin, "north", body(pems.url() + "/other", null)).code())
        .isEqualTo("secret_needed");
    assertThat(save(admin, "north", body(pems.url(), null)).status()).isEqualTo(200);
    assertThat(save(api().as("planner"), "north", body(pems.url(), "x")).status()).isEqualTo(403);
    owner("UPDATE organization SET pems_connection = 'north' WHERE id = 'HOLNG'");
    assertThat(heard(admin.send("DELETE", "/api/pems/connections/north", "")).code())
        .isEqualTo("connection_in_use");
    owner("UPDATE organization SET pems_connection = 'default' WHERE id = 'HOLNG'");
  }

  @Test
  void everyCredentialIsTriedAndShown() {
    String metrics = "http://127.0.0.1:" + port("local.management.port");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        ApiClient.at(port("local.management.port"))
                            .get("/actuator/prometheus")
                            .text())
                    .as(metrics)
                    .contains("pfa_credential_valid{credential=\"database\"} 1.0")
                    .contains("pfa_credential_valid{credential=\"gemini\"} 1.0")
                    .contains("pfa_credential_valid{credential=\"redis\"} NaN")
                    .contains(
                        "pfa_credential_expiry_timestamp_seconds{credential=\"database\"} 0.0")
                    .containsPattern("pfa_credential_valid\\{credential=\"pems\"} 1"));
  }

  /** Last, so that it hears what the others provoked. */
  @Test
  @Order(Integer.MAX_VALUE)
  void noSecretIsSaidStoredOrShownInAnyForm(CapturedOutput output) throws Exception {
    String session = heard(api().login("viewer")).body().path("token").asString();
    ApiClient admin = api().as("admin");
    save(admin, "canary", body(pems.url(), "canary \"quoted\" & more"));
    canaries.add("canary \"quoted\" & more");
    save(admin, "canary", body("http://elsewhere.invalid", "canary \"quoted\" & more"));
    heard(admin.post("/api/pems/connections/canary/test", Map.of()));
    heard(admin.post("/api/pems/sync", Map.of("organizationId", "RIO", "syncType", "full")));
    for (String path : List.of("prometheus", "health", "info", "env", "configprops")) {
      heard(ApiClient.at(port("local.management.port")).get("/actuator/" + path));
    }
    String everything = logged + output.getAll() + said + everyTable() + everyCommandLine();
    assertThat(everything).contains("pems_connection", "user_account");
    List<String> secrets = new ArrayList<>(canaries);
    for (String canary : secrets) {
      for (String form : forms(canary)) {
        assertThat(everything.contains(form)).as("a form of the secret " + canary).isFalse();
      }
    }
    String kept = logged + output.getAll() + everyTable() + everyCommandLine();
    assertThat(kept.contains(session)).as("the token of a session").isFalse();
  }

  private static List<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return List.of(
        secret,
        Base64.getEncoder().encodeToString(bytes),
        Base64.getEncoder().encodeToString(("vanguard:" + secret).getBytes(StandardCharsets.UTF_8)),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"),
        secret.replace("\"", "\\\""));
  }

  private String everyTable() {
    StringBuilder rows = new StringBuilder();
    database
        .as("owner")
        .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        .query(String.class)
        .list()
        .forEach(
            table ->
                rows.append(table)
                    .append(
                        database
                            .as("owner")
                            .sql("SELECT t::text FROM " + table + " t LIMIT 5000")
                            .query(String.class)
                            .list()));
    return rows.toString();
  }

  private static String everyCommandLine() throws IOException {
    StringBuilder lines = new StringBuilder();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process :
          processes.filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
        try {
          lines.append(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1));
        } catch (IOException ended) {
          // It is over.
        }
      }
    }
    return lines.toString();
  }

  private ApiAnswer save(ApiClient client, String id, Map<String, Object> body) {
    return heard(
        client.send(
            "PUT",
            "/api/pems/connections/" + id,
            tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(body)));
  }

  private static Map<String, Object> body(
      String url, @org.jspecify.annotations.Nullable String password) {
    Map<String, Object> body = new HashMap<>();
    body.put("baseUrl", url);
    body.put("tenant", "DEMO");
    body.put("username", "vanguard");
    if (password != null) {
      body.put("password", password);
    }
    return body;
  }

  private ApiAnswer heard(ApiAnswer answer) {
    said.append(answer.text()).append(answer.headers());
    return answer;
  }

  private ApiClient api() {
    return ApiClient.at(port("local.server.port"));
  }

  private int port(String property) {
    return server.getEnvironment().getRequiredProperty(property, Integer.class);
  }

  private int keyOf(String connection) {
    return database
        .as("owner")
        .sql("SELECT key_id FROM pems_connection WHERE connection_id = ?")
        .param(connection)
        .query(Integer.class)
        .single();
  }

  private void owner(String sql) {
    if (sql.startsWith("SELECT")) {
      database.as("owner").sql(sql).query(Long.class).single();
    } else {
      database.as("owner").sql(sql).update();
    }
  }

  /** Distinct from what is written with it: the address and the file's name are no secrets. */
  private String newPassword(String of) {
    String canary = "canary-" + of + "-" + Long.toHexString(new SecureRandom().nextLong());
    canaries.add(canary);
    return canary;
  }

  private String newKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    String text = Base64.getEncoder().encodeToString(key);
    canaries.add(text);
    return text;
  }

  private String address(String role, String password) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s"
        .formatted(role, password, database.port(), database.name());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
