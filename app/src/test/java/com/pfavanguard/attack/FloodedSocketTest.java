package com.pfavanguard.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.Facts;
import com.pfavanguard.testing.LiveReader;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Floods on the WebSocket; somebody else's socket goes on working, and the flooder's is closed. */
@ServerTest
class FloodedSocketTest {
  private static final int POLICY = 1008;

  @Autowired ApiClient api;
  @Autowired TestDatabase database;
  @Autowired ApplicationContext server;

  private String flooder;
  private LiveReader neighbour;

  @BeforeEach
  void aNeighbourListens() {
    flooder = api.login("planner-rio").body().path("token").asString();
    neighbour =
        LiveReader.open(api, api.login("planner").body().path("token").asString()).subscribe("RIO");
    neighbour.await("SUBSCRIBED");
  }

  @AfterEach
  void theNeighbourIsStillServed() {
    new Facts(server).happen("RIO", 1);
    neighbour.await("RECORD_CHANGED");
    neighbour.close();
  }

  @Test
  void whoAsksWithoutEndIsSentAway() {
    try (LiveReader reader = LiveReader.open(api, flooder)) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100_000; i++) {
                  reader.subscribe("RIO", 0);
                }
              })
          .isInstanceOf(CompletionException.class);
    }
    // With what why is not asked: a server that closes on a full stream resets it, and its last
    // words may be lost with it.
  }

  @Test
  void nobodyHoldsMoreSocketsThanAPersonLooksAt() {
    List<LiveReader> readers = new ArrayList<>();
    try {
      for (int i = 0; i < 55; i++) {
        readers.add(LiveReader.open(api, flooder));
      }
      await()
          .untilAsserted(
              () ->
                  assertThat(readers.stream().filter(each -> each.closedWith() == POLICY))
                      .hasSize(5));
    } finally {
      readers.forEach(LiveReader::close);
    }
  }

  @Test
  void aBigOrBinaryFrameEndsTheConnection() {
    try (LiveReader big = LiveReader.open(api, flooder)) {
      big.sendText("x".repeat(200_000));
      await().until(big::closedWith, code -> code == 1009);
    }
    WebSocket binary = open();
    binary.sendBinary(ByteBuffer.wrap(new byte[100]), true).join();
    await().until(binary::isInputClosed);
  }

  @Test
  void pingsWithoutEndTroubleNobodyElse() {
    WebSocket socket = open();
    try {
      for (int i = 0; i < 3_000; i++) {
        socket.sendPing(ByteBuffer.wrap(new byte[125])).join();
      }
    } catch (CompletionException e) {
      assertThat(socket.isOutputClosed()).isTrue();
    } finally {
      socket.abort();
    }
  }

  @Test
  void badMessagesAreAnsweredAndForgotten() {
    try (LiveReader reader = LiveReader.open(api, flooder)) {
      for (String text :
          List.of(
              "",
              "null",
              "[]",
              "{",
              "[".repeat(8_000),
              "{\"type\":\"subscribe\",\"organizationId\":\"RIO' OR '1'='1\"}",
              "{\"type\":\"subscribe\",\"organizationId\":\"HOLNG\"}",
              "{\"type\":\"subscribe\",\"organizationId\":\"\\u0000\"}",
              "{\"type\":\"subscribe\",\"organizationId\":\"RIO\",\"afterSequence\":-1}",
              "{\"type\":\"publish\"}")) {
        int before = reader.messages().size();
        reader.sendText(text);
        await().until(() -> reader.messages().size() > before);
        assertThat(reader.messages().getLast().path("type").asString()).as(text).isEqualTo("ERROR");
        assertThat(reader.messages().getLast().path("code").asString())
            .as(text)
            .isNotEqualTo("internal");
      }
    }
  }

  @Test
  void aPageOfAnotherSiteCannotOpenOne() {
    for (String origin :
        List.of(
            "https://evil.example",
            "null",
            "http://127.0.0.1",
            "file://",
            "http://127.0.0.1:" + api.address().getPort() + ".evil.example")) {
      assertThatThrownBy(
              () ->
                  LiveReader.open(
                      api, Map.of("Cookie", "vanguard_session=" + flooder, "Origin", origin)))
          .as(origin)
          .isInstanceOf(CompletionException.class);
    }
  }

  private WebSocket open() {
    URI address = URI.create("ws://" + api.address().getAuthority() + "/ws/sync-status");
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .header("Authorization", "Bearer " + flooder)
        .buildAsync(address, new WebSocket.Listener() {})
        .join();
  }
}
