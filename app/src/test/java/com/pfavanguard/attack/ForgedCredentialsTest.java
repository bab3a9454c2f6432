package com.pfavanguard.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tokens made up, bent, old or of another kind, and a session that somebody else chose. */
@ServerTest
class ForgedCredentialsTest {
  private static final String INVITE =
      "{\"organizationId\":\"RIO\",\"username\":\"crony\",\"displayName\":\"C\",\"role\":\"admin\"}";

  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  @Test
  void onlyTheTokenItselfOpensTheDoor() {
    String good = token(api.login("planner"));
    String hash =
        database
            .as("owner")
            .sql("SELECT encode(token_hash, 'hex') FROM user_session LIMIT 1")
            .query(String.class)
            .single();
    List<String> forged =
        new ArrayList<>(
            List.of(
                "",
                "null",
                "undefined",
                "0",
                "Bearer",
                good.substring(1),
                good + "A",
                good + "\"",
                good.toUpperCase(java.util.Locale.ROOT),
                swapped(good),
                hash,
                "vgt_" + good,
                good + "," + good,
                "' OR '1'='1",
                "%00" + good,
                "vgt_",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
                "x".repeat(7_000)));
    Digest before = Digest.of(database);

    for (String token : forged) {
      assertThat(api.with("Authorization", "Bearer " + token).get("/api/auth/me").status())
          .as(token)
          .isEqualTo(401);
      assertThat(api.with("Cookie", "vanguard_session=x" + token).get("/api/auth/me").status())
          .as(token)
          .isIn(400, 401);
    }
    assertThat(api.with("Authorization", "Basic " + good).get("/api/auth/me").status())
        .isEqualTo(401);
    assertThat(api.get("/api/auth/me?token=" + good + "&access_token=" + good).status())
        .isEqualTo(401);
    assertThat(Digest.of(database)).isEqualTo(before);
    assertThat(api.withToken(good).get("/api/auth/me").status()).isEqualTo(200);
  }

  @Test
  void whatHasEndedCannotBePlayedAgain() {
    ApiAnswer login = api.login("planner");
    ApiClient browser = browser(login);
    assertThat(browser.send("POST", "/api/auth/logout", "").status()).isEqualTo(204);
    Digest before = Digest.of(database);

    assertThat(browser.get("/api/auth/me").status()).isEqualTo(401);
    assertThat(api.withToken(token(login)).get("/api/auth/me").status()).isEqualTo(401);
    assertThat(browser.send("POST", "/api/auth/logout", "").status()).isEqualTo(401);
    assertThat(Digest.of(database)).isEqualTo(before);
  }

  @Test
  void anExpiredTokenIsNoToken() {
    String token = token(api.login("viewer"));
    database
        .as("owner")
        .sql(
            "UPDATE user_session SET expires_at = now() - interval '1 second' WHERE user_id = (SELECT id FROM user_account WHERE username = 'viewer')")
        .update();

    assertThat(api.withToken(token).get("/api/auth/me").status()).isEqualTo(401);
  }

  @Test
  void anInvitationIsNoSessionAndASessionNoInvitation() {
    ApiClient admin = api.as("admin");
    String invitation =
        admin
            .send(
                "POST",
                "/api/users",
                "{\"organizationId\":\"RIO\",\"username\":\"guest-"
                    + System.nanoTime()
                    + "\",\"displayName\":\"G\",\"role\":\"viewer\"}")
            .body()
            .path("invitationToken")
            .asString();
    String session = token(api.login("planner"));
    assertThat(invitation).isNotEmpty();
    Digest before = Digest.of(database);

    assertThat(api.withToken(invitation).get("/api/auth/me").status()).isEqualTo(401);
    assertThat(
            api.post(
                    "/api/auth/invitations/accept",
                    Map.of("token", session, "password", "a long enough password"))
                .status())
        .isEqualTo(404);
    assertThat(Digest.of(database)).isEqualTo(before);
  }

  @Test
  void aSessionThatSomebodyElseChoseIsNotTaken() {
    String chosen = token(api.login("viewer"));

    ApiAnswer login =
        api.with("Cookie", "vanguard_session=" + chosen + "; XSRF-TOKEN=" + "a".repeat(64))
            .login("admin");

    assertThat(token(login)).isNotEqualTo(chosen);
    assertThat(login.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.contains(chosen));
    // The browser has a new session; its earlier one is nobody's any more.
    assertThat(api.withToken(chosen).get("/api/auth/me").status()).isEqualTo(401);
  }

  @Test
  void anotherSitesFormChangesNothing() {
    ApiClient browser = api.with("Cookie", "vanguard_session=" + token(api.login("admin")));
    Digest before = Digest.of(database);

    for (String type :
        List.of(
            "application/json",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x")) {
      ApiClient form = browser.with("Origin", "https://evil.example").with("Content-Type", type);
      assertThat(form.send("POST", "/api/users", INVITE).status()).as(type).isIn(400, 403, 415);
    }
    for (String token : List.of("", "none", "a".repeat(64))) {
      ApiAnswer answer =
          browser
              .with("X-XSRF-TOKEN", token)
              .with("Cookie", "XSRF-TOKEN=" + token)
              .send("POST", "/api/users", INVITE);
      assertThat(answer.status()).isIn(401, 403);
    }
    assertThat(
            browser
                .with("X-HTTP-Method-Override", "DELETE")
                .send("POST", "/api/auth/sessions", "")
                .status())
        .isIn(403, 405);
    assertThat(Digest.of(database)).isEqualTo(before);
  }

  @Test
  void noOtherSiteIsToldThatItMayRead() {
    for (String path :
        List.of(
            "/api/auth/me", "/api/pfa-data?organizationId=RIO", "/health", "/v3/api-docs", "/")) {
      for (String method : List.of("GET", "OPTIONS")) {
        ApiAnswer answer =
            api.with("Origin", "https://evil.example")
                .with("Access-Control-Request-Method", "GET")
                .send(method, path, "");
        assertThat(answer.headers().map().keySet())
            .as(method + " " + path)
            .noneMatch(
                name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
      }
    }
  }

  private ApiClient browser(ApiAnswer login) {
    List<String> cookies =
        login.headers().allValues("Set-Cookie").stream()
            .map(each -> each.split(";", 2)[0])
            .toList();
    String csrf =
        cookies.stream()
            .filter(each -> each.startsWith("XSRF"))
            .findFirst()
            .orElseThrow()
            .split("=")[1];
    return api.with("Cookie", String.join("; ", cookies)).with("X-XSRF-TOKEN", csrf);
  }

  private static String swapped(String token) {
    char last = token.charAt(token.length() - 5);
    return token.substring(0, token.length() - 5)
        + (last == 'A' ? 'B' : 'A')
        + token.substring(token.length() - 4);
  }

  private static String token(ApiAnswer login) {
    return login.body().path("token").asString();
  }
}
