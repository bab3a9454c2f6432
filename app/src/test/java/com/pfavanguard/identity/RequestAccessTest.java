package com.pfavanguard.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServerTest
@Import(ProbeController.class)
class RequestAccessTest {
  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/me", "/api/pfa-data?organizationId=RIO", "/api/no/such/path"})
  void withoutCredentialsEveryApiPathSays401(String path) {
    ApiAnswer answer = api.get(path);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void credentialsAreAskedBeforeTheBodyIsRead() {
    assertThat(api.send("POST", "/api/probe/RIO", "{ this is not JSON").status()).isEqualTo(401);
    assertThat(api.send("POST", "/api/probe/RIO", "").status()).isEqualTo(401);
    assertThat(api.withToken("forged").post("/api/probe/RIO", Map.of()).status()).isEqualTo(401);
  }

  @Test
  void aCookieNeedsTheCsrfTokenOfItsSession() {
    ApiAnswer login = api.login("planner");
    ApiClient browser = api.with("Cookie", cookies(login));

    assertThat(browser.get("/api/probe/RIO").status()).isEqualTo(200);
    ApiAnswer bare = browser.post("/api/probe/RIO", Map.of("note", "x"));
    assertThat(bare.status()).isEqualTo(403);
    assertThat(bare.code()).isEqualTo("csrf");
    String foreign = csrf(api.login("planner"));
    assertThat(post(browser.with("X-XSRF-TOKEN", foreign)).status()).isEqualTo(403);
    assertThat(post(browser.with("X-XSRF-TOKEN", csrf(login))).status()).isEqualTo(200);
  }

  @Test
  void aBearerTokenNeedsNoCsrfToken() {
    assertThat(post(api.as("planner")).status()).isEqualTo(200);
  }

  @Test
  void theSessionCookieIsOutOfReachForScriptsAndOtherSites() {
    var cookies = api.login("planner").headers().allValues("Set-Cookie");

    assertThat(cookies)
        .anySatisfy(
            cookie ->
                assertThat(cookie).startsWith("vanguard_session=").contains("HttpOnly", "Strict"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("XSRF-TOKEN=")
                    .contains("Strict")
                    .doesNotContain("Http"));
  }

  @Test
  void signingOutEndsTheSessionAtOnce() {
    ApiClient planner = api.as("planner");

    assertThat(planner.send("POST", "/api/auth/logout", "").status()).isEqualTo(204);

    assertThat(planner.get("/api/auth/me").status()).isEqualTo(401);
  }

  @Test
  void anotherOrganizationDoesNotExist() {
    ApiAnswer foreign = api.as("planner-rio").get("/api/probe/HOLNG");
    ApiAnswer unknown = api.as("planner-rio").get("/api/probe/NOWHERE");

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(foreign.code()).isEqualTo(unknown.code());
  }

  @Test
  void aMissingPermissionInAnOwnOrganizationIs403() {
    ApiAnswer answer = post(api.as("viewer"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("forbidden");
  }

  @Test
  void whatIsRevokedOrExpiresIsGoneWithTheNextRequest() {
    ApiClient admin = api.as("admin");
    assertThat(post(admin).status()).isEqualTo(200);

    membership("admin", "revoked = '{EditForecast}'");
    assertThat(post(admin).status()).isEqualTo(403);

    membership("admin", "revoked = '{}', expires_at = now()");
    assertThat(post(admin).status()).isEqualTo(404);

    membership("admin", "expires_at = NULL");
    assertThat(post(admin).status()).isEqualTo(200);
  }

  @Test
  void aGrantOfAnUnknownNameCountsForNothing() {
    membership("viewer", "granted = '{EditForecast,Teleport}'");

    assertThat(post(api.as("viewer")).status()).isEqualTo(200);

    membership("viewer", "granted = '{}'");
  }

  @Test
  void aPortfolioExecutiveReadsEverywhereAndEditsNowhere() {
    systemRole("planner-rio", "'portfolio_executive'");
    ApiClient executive = api.as("planner-rio");

    assertThat(executive.get("/api/probe/HOLNG").status()).isEqualTo(200);
    assertThat(executive.post("/api/probe/HOLNG", Map.of("note", "x")).status()).isEqualTo(403);

    systemRole("planner-rio", "'system_admin'");
    assertThat(executive.post("/api/probe/HOLNG", Map.of("note", "x")).status()).isEqualTo(200);

    systemRole("planner-rio", "NULL");
    assertThat(executive.get("/api/probe/HOLNG").status()).isEqualTo(404);
  }

  @Test
  void aDisabledUserIsOutAtOnce() {
    ApiClient viewer = api.as("viewer");
    user("viewer", "enabled = false");

    assertThat(viewer.get("/api/auth/me").status()).isEqualTo(401);
    assertThat(api.login("viewer").code()).isEqualTo("bad_credentials");

    user("viewer", "enabled = true");
  }

  @Test
  void theDatabaseHoldsNoToken() {
    String token = api.login("planner").body().path("token").asString();

    assertThat(
            database
                .as("owner")
                .sql("SELECT string_agg(s::text, '') FROM user_session s")
                .query(String.class)
                .single())
        .doesNotContain(token);
  }

  private static ApiAnswer post(ApiClient client) {
    return client.post("/api/probe/RIO", Map.of("note", "x"));
  }

  private static String cookies(ApiAnswer login) {
    return String.join(
        "; ",
        login.headers().allValues("Set-Cookie").stream().map(c -> c.split(";", 2)[0]).toList());
  }

  private static String csrf(ApiAnswer login) {
    return login.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
        .map(cookie -> cookie.split("[=;]")[1])
        .findFirst()
        .orElseThrow();
  }

  private void membership(String username, String change) {
    owner(
        "UPDATE membership SET "
            + change
            + " WHERE organization_id = 'RIO' AND user_id ="
            + " (SELECT id FROM user_account WHERE username = '"
            + username
            + "')");
  }

  private void systemRole(String username, String role) {
    user(username, "system_role = " + role);
  }

  private void user(String username, String change) {
    owner("UPDATE user_account SET " + change + " WHERE username = '" + username + "'");
  }

  private void owner(String sql) {
    database.as("owner").sql(sql).update();
  }
}
