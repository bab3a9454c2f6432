package com.pfavanguard.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServerTest
@Import(ProbeController.class)
class SessionsAndTokensTest {
  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  @Test
  void aUserSeesTheirSessionsAndEndsAnotherAtOnce() {
    ApiClient here = api.as("planner").with("User-Agent", "the script of this test");
    ApiClient elsewhere = api.as("planner");
    String other =
        StreamSupport.stream(elsewhere.get("/api/auth/sessions").body().spliterator(), false)
            .filter(session -> session.path("current").asBoolean())
            .map(session -> session.path("sessionId").asString())
            .findFirst()
            .orElseThrow();

    assertThat(here.get("/api/auth/sessions").text()).contains(other).doesNotContain("token_hash");
    assertThat(here.send("DELETE", "/api/auth/sessions/" + other, "").status()).isEqualTo(204);

    assertThat(elsewhere.get("/api/auth/me").status()).isEqualTo(401);
    assertThat(here.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(here.send("DELETE", "/api/auth/sessions/" + other, "").status()).isEqualTo(404);
  }

  @Test
  void nobodyEndsOrSeesTheSessionsOfOthersButAnAdministrator() {
    ApiClient viewer = api.as("viewer");
    ApiClient admin = api.as("admin");
    String session = viewer.get("/api/auth/sessions").body().get(0).path("sessionId").asString();
    String id = viewer.get("/api/auth/me").body().path("user").path("id").asString();

    assertThat(api.as("planner").send("DELETE", "/api/auth/sessions/" + session, "").status())
        .isEqualTo(404);
    assertThat(api.as("planner").get("/api/users/" + id + "/sessions").status()).isEqualTo(403);

    systemRole("admin", "'system_admin'");
    assertThat(admin.get("/api/users/" + id + "/sessions").text()).contains(session);
    assertThat(admin.send("DELETE", "/api/users/" + id + "/sessions/" + session, "").status())
        .isEqualTo(204);
    systemRole("admin", "NULL");
    assertThat(viewer.get("/api/auth/me").status()).isEqualTo(401);
  }

  @Test
  void anAccessTokenDoesWhatItsScopeAllowsAndNoMore() {
    ApiAnswer made =
        api.as("planner")
            .post(
                "/api/auth/tokens",
                Map.of(
                    "name",
                    "Power BI",
                    "days",
                    30,
                    "permissions",
                    List.of("Read", "Impersonate"),
                    "organizations",
                    List.of("RIO")));
    ApiClient script = api.withToken(made.body().path("token").asString());

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text()).contains("vgt_");
    assertThat(script.get("/api/probe/RIO").status()).isEqualTo(200);
    assertThat(script.post("/api/probe/RIO", Map.of("note", "x")).status()).isEqualTo(403);
    assertThat(script.get("/api/probe/HOLNG").status()).isEqualTo(404);
    JsonNode own = script.get("/api/auth/me").body().path("organizations");
    assertThat(own).hasSize(1);
    assertThat(own.get(0).path("permissions").toString()).isEqualTo("[\"Read\"]");
    assertThat(script.get("/api/auth/sessions").text())
        .contains("Power BI", "lastUsedAt")
        .doesNotContain("vgt_");
  }

  @Test
  void anAccessTokenCannotMakeCredentialsOrChangeAccess() {
    ApiAnswer made =
        api.as("admin").post("/api/auth/tokens", Map.of("name", "everything", "days", 1));
    ApiClient script = api.withToken(made.body().path("token").asString());

    for (ApiAnswer answer :
        List.of(
            script.post("/api/auth/tokens", Map.of("name", "more", "days", 1)),
            script.post(
                "/api/auth/password",
                Map.of("currentPassword", "x", "newPassword", "a quite long password")),
            script.send("DELETE", "/api/auth/sessions", ""),
            script.post(
                "/api/users",
                Map.of(
                    "organizationId",
                    "RIO",
                    "username",
                    "x",
                    "displayName",
                    "X",
                    "role",
                    "viewer")))) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("sign_in_needed");
    }
  }

  @Test
  void aTokenEndsWithItsTimeOrWhenItIsRevoked() {
    ApiClient planner = api.as("planner");
    ApiAnswer made = planner.post("/api/auth/tokens", Map.of("name", "short", "days", 1));
    ApiClient script = api.withToken(made.body().path("token").asString());
    String id = made.body().path("sessionId").asString();
    assertThat(script.get("/api/auth/me").status()).isEqualTo(200);

    planner.send("DELETE", "/api/auth/sessions/" + id, "");

    assertThat(script.get("/api/auth/me").status()).isEqualTo(401);
    ApiAnswer second = planner.post("/api/auth/tokens", Map.of("name", "short", "days", 1));
    ApiClient late = api.withToken(second.body().path("token").asString());
    owner("UPDATE user_session SET expires_at = now() WHERE name = 'short'");
    assertThat(late.get("/api/auth/me").status()).isEqualTo(401);
  }

  @Test
  void aTokenNeedsANameAndAnEnd() {
    ApiClient planner = api.as("planner");

    assertThat(planner.post("/api/auth/tokens", Map.of("name", " ", "days", 1)).status())
        .isEqualTo(400);
    assertThat(planner.post("/api/auth/tokens", Map.of("name", "x")).status()).isEqualTo(400);
    assertThat(planner.post("/api/auth/tokens", Map.of("name", "x", "days", 400)).status())
        .isEqualTo(400);
    assertThat(
            api.as("planner-rio")
                .post(
                    "/api/auth/tokens",
                    Map.of("name", "x", "days", 1, "organizations", List.of("HOLNG")))
                .status())
        .isEqualTo(404);
  }

  private void systemRole(String username, String role) {
    owner("UPDATE user_account SET system_role = " + role + " WHERE username = '" + username + "'");
  }

  private void owner(String sql) {
    database.as("owner").sql(sql).update();
  }
}
