package com.pfavanguard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.Facts;
import com.pfavanguard.testing.LiveReader;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServerTest
class LiveAccessTest {
  @Autowired ApiClient api;
  @Autowired ApplicationContext server;
  @Autowired TestDatabase database;

  @Test
  void aPlainGetIsToldToUpgrade() {
    ApiAnswer answer = api.get("/ws/sync-status");

    assertThat(answer.status()).isEqualTo(426);
    assertThat(answer.code()).isEqualTo("upgrade_required");
    assertThat(answer.header("Upgrade")).isEqualTo("websocket");
  }

  @Test
  void nobodyConnectsWithoutASession() {
    assertRefused(Map.of(), 401);
    assertRefused(Map.of("Authorization", "Bearer forged"), 401);
  }

  @Test
  void aCookieCountsOnPagesOfOurOwnOnly() {
    String cookie = "vanguard_session=" + token("planner");
    String own = api.address().toString();

    assertRefused(Map.of("Cookie", cookie, "Origin", "https://elsewhere.example"), 403);
    assertRefused(Map.of("Cookie", cookie), 403);
    try (LiveReader reader =
        LiveReader.open(api, Map.of("Cookie", cookie, "Origin", own)).subscribe("RIO")) {
      reader.await("SUBSCRIBED");
    }
  }

  @Test
  void anotherOrganizationIsRefusedAndTheSocketStaysOpen() {
    try (LiveReader reader =
        LiveReader.open(api, token("planner-rio")).subscribe("HOLNG").subscribe("RIO")) {
      assertThat(reader.await("ERROR").path("code").asString()).isEqualTo("not_found");
      assertThat(reader.await("SUBSCRIBED").path("organizationId").asString()).isEqualTo("RIO");

      new Facts(server).happen("HOLNG", 1);
      new Facts(server).happen("RIO", 1);

      reader.awaitSequences("RIO", 1);
      assertThat(reader.sequences("HOLNG")).isEmpty();
    }
  }

  @Test
  void aMessageOfAnotherShapeIsAnsweredWithAnError() {
    for (String text :
        new String[] {"{", "[]", "{\"type\":\"dance\"}", "{\"typ\":\"subscribe\"}"}) {
      try (LiveReader reader = LiveReader.open(api, token("planner")).sendText(text)) {
        assertThat(reader.await("ERROR").path("code").asString()).isEqualTo("malformed_message");
      }
    }
  }

  @Test
  void anOversizedMessageClosesTheSocket() {
    try (LiveReader reader = LiveReader.open(api, token("planner")).sendText("x".repeat(20_000))) {
      assertThat(reader.awaitClosed()).isEqualTo(1009);
    }
  }

  @Test
  void signingOutClosesTheSocket() {
    String token = token("planner");
    try (LiveReader reader = LiveReader.open(api, token).subscribe("RIO")) {
      reader.await("SUBSCRIBED");

      api.withToken(token).send("POST", "/api/auth/logout", "");

      assertThat(reader.awaitClosed()).isEqualTo(1008);
    }
  }

  @Test
  void losingTheOrganizationEndsTheSubscription() {
    try (LiveReader reader = LiveReader.open(api, token("viewer")).subscribe("PORTARTHUR")) {
      reader.await("SUBSCRIBED");
      expire("viewer", "now()");

      assertThat(reader.await("ERROR").path("code").asString()).isEqualTo("not_found");
    } finally {
      expire("viewer", "NULL");
    }
  }

  private void expire(String username, String moment) {
    database
        .as("owner")
        .sql(
            "UPDATE membership SET expires_at = "
                + moment
                + " WHERE organization_id = 'PORTARTHUR'"
                + " AND user_id = (SELECT id FROM user_account WHERE username = ?)")
        .param(username)
        .update();
  }

  private String token(String username) {
    return api.login(username).body().path("token").asString();
  }

  private void assertRefused(Map<String, String> headers, int status) {
    assertThatThrownBy(() -> LiveReader.open(api, headers))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
  }
}
