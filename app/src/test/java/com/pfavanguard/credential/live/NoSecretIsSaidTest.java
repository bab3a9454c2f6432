package com.pfavanguard.credential.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.kernel.secret.LiveSecrets;
import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Provokes whoever holds a secret to say it. Looked through after each: answers, the consoles of
 * server and worker, addresses asked of PEMS, every table, the arguments of every process; for the
 * secret as it is, in base64 and URL-encoded.
 */
@ExtendWith(WithSecrets.class)
class NoSecretIsSaidTest {
  private final SecretSystem system;

  NoSecretIsSaidTest(SecretSystem system) {
    this.system = system;
  }

  @AfterEach
  void nobodyHasSaidOne() throws IOException {
    assertThat(system.console.lines()).as("lines heard").isPositive();
    assertThat(system.leaks()).isEmpty();
    assertThat(system.canaries.in(Traces.commandLines())).as("a process's arguments").isEmpty();
    Map<String, String> tables = new Traces(system.database).tables();
    assertThat(tables).containsKeys("user_account", "pems_connection", "user_session");
    tables.forEach(
        (table, rows) -> assertThat(system.canaries.in(rows)).as("table " + table).isEmpty());
  }

  @Test
  void byWhoSignsInOrFailsTo() {
    String wrong = system.canaries.made("mistyped");
    for (String username : List.of("viewer", "nobody-of-that-name")) {
      assertThat(signIn(username, wrong).status()).isEqualTo(401);
    }
    assertThat(
            system
                .heard(
                    system
                        .api()
                        .send(
                            "POST",
                            "/api/auth/login",
                            "{\"username\": \"viewer\", \"password\": \"" + wrong))
                .status())
        .isEqualTo(400);
    ApiAnswer good = system.api().login("viewer");
    String session = system.canaries.known("a session", good.body().path("token").asString());
    ApiClient viewer = system.api().withToken(session);
    system.heard(viewer.get("/api/auth/sessions"));
    system.heard(system.api().withToken(session + "x").get("/api/auth/me"));
    system.heard(system.api().with("Cookie", "VANGUARD_SESSION=" + session).get("/api/none"));
  }

  @Test
  void byAccessTokensThatAreShownOnceOnly() {
    ApiClient planner = system.api().as("planner");
    ApiAnswer made = planner.post("/api/auth/tokens", Map.of("name", "canary", "days", 1));
    String token = system.canaries.known("a token", made.body().path("token").asString());

    ApiClient script = system.api().withToken(token);
    assertThat(system.heard(script.get("/api/auth/me")).status()).isEqualTo(200);
    system.heard(script.get("/api/pfa-data?organizationId=ELSEWHERE"));
    system.heard(script.post("/api/auth/tokens", Map.of("name", "another", "days", 1)));
    assertThat(system.heard(planner.get("/api/auth/sessions")).text()).contains("canary");
    assertThat(system.heard(system.api().as("admin").get("/api/audit?organizationId=RIO")).status())
        .isEqualTo(200);
  }

  @Test
  void byInvitations() {
    ApiClient admin = system.api().as("admin");
    Map<String, Object> newcomer =
        Map.of(
            "organizationId", "RIO",
            "username", "canary-guest",
            "displayName", "Guest",
            "role", "viewer",
            "granted", List.of());
    ApiAnswer invited = admin.post("/api/users", newcomer);
    String link =
        system.canaries.known("an invitation", invited.body().path("invitationToken").asString());
    String password = system.canaries.made("chosen");

    assertThat(accept(link, "short").status()).isEqualTo(422);
    assertThat(accept(link, password).status()).isEqualTo(204);
    assertThat(accept(link, password).status()).isEqualTo(404);
    assertThat(signIn("canary-guest", password + "x").status()).isEqualTo(401);
    assertThat(system.api().post("/api/auth/login", login("canary-guest", password)).status())
        .isEqualTo(200);
    system.heard(admin.get("/api/users?organizationId=RIO"));
    system.heard(admin.get("/api/audit?organizationId=RIO"));
  }

  @Test
  void byTheWorkerWhosePemsRepeatsThePasswordInItsRefusal() {
    ApiClient planner = system.api().as("planner");
    system.pems.repeatsWhatItIsTold();
    Object change = Map.of("pfaId", "PFA-CANARY", "fields", Map.of("model", "CANARY"));
    planner.post(
        "/api/pfa-data/save-draft", Map.of("organizationId", "RIO", "changes", List.of(change)));
    planner.post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO"));

    await()
        .untilAsserted(
            () -> assertThat(deadLetters(planner)).contains("PFA-CANARY", "refused", "[removed]"));
    system.heard(planner.get("/api/pfa-data/PFA-CANARY/sync-explanation?organizationId=RIO"));
    system.heard(planner.get("/api/pems/sync-logs?organizationId=RIO"));
    system.heard(system.managementOfTheWorker().get("/actuator/prometheus"));
    system.pems.repeatsNothing();
  }

  private String deadLetters(ApiClient planner) {
    return system.heard(planner.get("/api/pems/dead-letters?organizationId=RIO")).text();
  }

  @Test
  void byRedisAndPemsThatRefuseTheirPasswords() throws IOException {
    String good = system.read("redis");
    String wrong = system.canaries.made("wrong-for-redis");
    system.write("redis", good.replaceFirst("//[^@]*@", "//:" + wrong + "@"));
    String old = system.read("pems-password");
    system.write("pems-password", system.canaries.made("wrong-for-pems"));
    system.part(LiveSecrets.class).readAllAgain();

    await()
        .untilAsserted(
            () ->
                assertThat(system.heard(system.management().get("/actuator/prometheus")).text())
                    .contains("pfa_credential_valid{credential=\"redis\"} 0.0")
                    .contains("pfa_credential_valid{credential=\"pems\"} 0.0"));
    ApiClient admin = system.api().as("admin");
    system.heard(admin.post("/api/pems/sync", Map.of("organizationId", "RIO", "syncType", "full")));
    system.heard(system.api().get("/health"));
    system.write("redis", good);
    system.write("pems-password", old);
    system.part(LiveSecrets.class).readAllAgain();
  }

  @Test
  void byWhatOperatorsLookAt() {
    ConnectionDesk desk = new ConnectionDesk(system);
    String odd = system.canaries.known("an odd password", "canary \"quoted\" & more/+");
    desk.save("canary", system.pems.url(), odd);
    desk.save("canary", "http://elsewhere.invalid", odd);
    system.heard(system.api().as("admin").post("/api/pems/connections/canary/test", Map.of()));
    for (ApiClient management : List.of(system.management(), system.managementOfTheWorker())) {
      for (String path : List.of("prometheus", "health", "info", "env", "configprops", "beans")) {
        system.heard(management.get("/actuator/" + path));
      }
    }
  }

  private ApiAnswer signIn(String username, String password) {
    return system.heard(system.api().post("/api/auth/login", login(username, password)));
  }

  private static Map<String, String> login(String username, String password) {
    return Map.of("username", username, "password", password);
  }

  private ApiAnswer accept(String token, String password) {
    return system.heard(
        system
            .api()
            .post("/api/auth/invitations/accept", Map.of("token", token, "password", password)));
  }
}
