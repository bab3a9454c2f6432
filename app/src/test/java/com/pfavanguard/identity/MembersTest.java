package com.pfavanguard.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServerTest
@Import(ProbeController.class)
class MembersTest {
  private static final String PASSWORD = "a long enough secret";

  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  @AfterEach
  void removeTheNewcomer() {
    owner("DELETE FROM invitation");
    for (String table : List.of("membership", "user_session")) {
      owner(
          "DELETE FROM "
              + table
              + " WHERE user_id IN (SELECT id FROM user_account WHERE username = 'newcomer')");
    }
    owner("DELETE FROM user_account WHERE username = 'newcomer'");
  }

  @Test
  void anInvitedPersonSetsTheirPasswordOnceAndComesIn() {
    String token = invite("viewer").body().path("invitationToken").asString();
    assertThat(login(PASSWORD).status()).isEqualTo(401);

    assertThat(accept(token, "short").code()).isEqualTo("weak_password");
    assertThat(accept(token, PASSWORD).status()).isEqualTo(204);

    assertThat(accept(token, "another long secret").code()).isEqualTo("invitation_gone");
    ApiClient newcomer = api.withToken(login(PASSWORD).body().path("token").asString());
    assertThat(newcomer.get("/api/probe/RIO").status()).isEqualTo(200);
    assertThat(newcomer.get("/api/probe/HOLNG").status()).isEqualTo(404);
  }

  @Test
  void anOldInvitationIsWorthNothing() {
    String token = invite("viewer").body().path("invitationToken").asString();
    owner("UPDATE invitation SET expires_at = now()");

    assertThat(accept(token, PASSWORD).code()).isEqualTo("invitation_gone");
  }

  @Test
  void whoHasAPasswordIsAddedWithoutALinkIntoTheirAccount() {
    owner("DELETE FROM membership WHERE organization_id = 'RIO' AND user_id = " + idOf("viewer"));

    ApiAnswer added =
        api.as("admin").post("/api/users", body("RIO", "viewer", "viewer", List.of()));

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body().path("invitationToken").isNull()).isTrue();
    assertThat(
            api.as("admin").post("/api/users", body("RIO", "viewer", "viewer", List.of())).code())
        .isEqualTo("already_member");
  }

  @Test
  void aChangeOfAccessBitesWithTheNextRequest() {
    accept(invite("viewer").body().path("invitationToken").asString(), PASSWORD);
    ApiClient newcomer = api.withToken(login(PASSWORD).body().path("token").asString());
    String id = newcomer.get("/api/auth/me").body().path("user").path("id").asString();
    assertThat(newcomer.post("/api/probe/RIO", Map.of("note", "x")).status()).isEqualTo(403);

    change(id, body("RIO", "newcomer", "viewer", List.of("EditForecast")));
    assertThat(audited("access_changed")).contains("EditForecast", id);
    assertThat(newcomer.post("/api/probe/RIO", Map.of("note", "x")).status()).isEqualTo(200);

    Map<String, Object> over = body("RIO", "newcomer", "viewer", List.of());
    over.put("expiresAt", "2020-01-01T00:00:00Z");
    change(id, over);
    assertThat(newcomer.get("/api/probe/RIO").status()).isEqualTo(404);
    assertThat(
            api.as("admin")
                .send("DELETE", "/api/users/" + id + "/access?organizationId=RIO", "")
                .status())
        .isEqualTo(204);
  }

  @Test
  void nobodyGivesWhatTheyDoNotHave() {
    owner(
        "UPDATE membership SET granted = '{ManageUsers}' WHERE organization_id = 'RIO' AND user_id = "
            + idOf("planner"));

    ApiAnswer refused =
        api.as("planner").post("/api/users", body("RIO", "newcomer", "admin", List.of()));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("cannot_give");
    assertThat(refused.body().path("detail").asString()).contains("Impersonate");
    owner("UPDATE membership SET granted = '{}' WHERE user_id = " + idOf("planner"));
  }

  @Test
  void managingUsersNeedsThePermissionInThatOrganization() {
    assertThat(api.as("planner").get("/api/users?organizationId=RIO").status()).isEqualTo(403);
    assertThat(api.as("planner-rio").get("/api/users?organizationId=HOLNG").status())
        .isEqualTo(404);
    assertThat(api.as("admin").get("/api/users?organizationId=RIO").text())
        .contains("planner-rio")
        .doesNotContain("argon2");
  }

  @Test
  void lookingAsSomebodyShowsTheirViewAndChangesNothing() {
    String viewer = api.as("viewer").get("/api/auth/me").body().path("user").path("id").asString();

    ApiAnswer looking =
        api.as("admin")
            .post("/api/users/" + viewer + "/impersonate", Map.of("organizationId", "RIO"));
    ApiClient eyes = api.withToken(looking.body().path("token").asString());

    assertThat(audited("impersonation_started")).contains(viewer);
    var me = eyes.get("/api/auth/me").body();
    assertThat(me.path("user").path("username").asString()).isEqualTo("viewer");
    assertThat(me.path("user").path("impersonatedBy").asString()).isEqualTo("admin");
    assertThat(eyes.get("/api/probe/RIO").status()).isEqualTo(200);
    assertThat(eyes.get("/api/probe/HOLNG").status()).isEqualTo(404);
    String planner =
        api.as("planner").get("/api/auth/me").body().path("user").path("id").asString();
    ApiClient planning =
        api.withToken(
            api.as("admin")
                .post("/api/users/" + planner + "/impersonate", Map.of("organizationId", "RIO"))
                .body()
                .path("token")
                .asString());
    assertThat(planning.post("/api/probe/RIO", Map.of("note", "x")).status()).isEqualTo(403);
    assertThat(
            api.as("planner")
                .post("/api/users/" + viewer + "/impersonate", Map.of("organizationId", "RIO"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void whoMustChangeTheirPasswordDoesNothingElseFirst() {
    accept(invite("viewer").body().path("invitationToken").asString(), PASSWORD);
    owner("UPDATE user_account SET must_change_password = true WHERE username = 'newcomer'");
    ApiClient newcomer = api.withToken(login(PASSWORD).body().path("token").asString());
    ApiClient elsewhere = api.withToken(login(PASSWORD).body().path("token").asString());

    assertThat(newcomer.get("/api/probe/RIO").code()).isEqualTo("password_change_due");
    assertThat(password(newcomer, "a wrong guess", "some other secret").code())
        .isEqualTo("bad_credentials");
    assertThat(password(newcomer, PASSWORD, PASSWORD).code()).isEqualTo("weak_password");
    assertThat(password(newcomer, PASSWORD, "newcomer is my name").code())
        .isEqualTo("weak_password");
    assertThat(password(newcomer, PASSWORD, "some other secret").status()).isEqualTo(204);

    assertThat(newcomer.get("/api/probe/RIO").status()).isEqualTo(200);
    assertThat(elsewhere.get("/api/auth/me").status()).isEqualTo(401);
    assertThat(login(PASSWORD).status()).isEqualTo(401);
    owner("DELETE FROM sign_in_failure");
  }

  private static ApiAnswer password(ApiClient client, String current, String wanted) {
    return client.post(
        "/api/auth/password", Map.of("currentPassword", current, "newPassword", wanted));
  }

  private ApiAnswer invite(String role) {
    return api.as("admin").post("/api/users", body("RIO", "newcomer", role, List.of()));
  }

  private ApiAnswer accept(String token, String password) {
    return api.post("/api/auth/invitations/accept", Map.of("token", token, "password", password));
  }

  private ApiAnswer login(String password) {
    return api.post("/api/auth/login", Map.of("username", "newcomer", "password", password));
  }

  private void change(String id, Map<String, Object> body) {
    ApiAnswer answer =
        api.as("admin")
            .send(
                "PUT",
                "/api/users/" + id + "/access",
                tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(body));
    assertThat(answer.status()).isEqualTo(204);
  }

  private static Map<String, Object> body(
      String organizationId, String username, String role, List<String> granted) {
    return new HashMap<>(
        Map.of(
            "organizationId", organizationId,
            "username", username,
            "displayName", "New Comer",
            "role", role,
            "granted", granted));
  }

  /** What the administrator's latest such entry says. */
  private String audited(String action) {
    return database
        .as("owner")
        .sql(
            """
            SELECT detail::text FROM audit_entry
             WHERE action = ? AND organization_id = 'RIO' AND actor_name = 'admin' ORDER BY entry_id DESC LIMIT 1
            """)
        .param(action)
        .query(String.class)
        .single();
  }

  private static String idOf(String username) {
    return "(SELECT id FROM user_account WHERE username = '" + username + "')";
  }

  private void owner(String sql) {
    database.as("owner").sql(sql).update();
  }
}
