package com.pfavanguard.release.adapter.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.launcher.alerts.PageVerdict;
import com.pfavanguard.release.journal.Json;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By the Events API's own protocol. */
class PagerDutyTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int status = 202;
  private PagerDuty pager;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          heard.add(exchange.getRequestURI() + " " + body);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    pager =
        new PagerDuty(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), () -> KEY);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aTestPageIsResolvedUnderItsOwnKey() throws InterruptedException {
    assertThat(pager.test("r-1/alerts")).isInstanceOf(PageVerdict.Working.class);
    assertThat(heard).hasSize(2);
    assertThat(event(0).path("event_action").asString()).isEqualTo("trigger");
    assertThat(event(1).path("event_action").asString()).isEqualTo("resolve");
    assertThat(event(1).path("dedup_key").asString()).isEqualTo("r-1/alerts");
    assertThat(event(0).at("/payload/severity").asString()).isEqualTo("critical");
  }

  @Test
  void aChangeWakesNobody() throws IOException, InterruptedException {
    pager.change("4.0.0 is deployed");
    assertThat(heard.getFirst()).startsWith("/v2/change/enqueue ");
    assertThat(event(0).has("event_action")).isFalse();
  }

  @Test
  void aPagerThatRefusesIsBrokenAndTheKeyIsNotRepeated() throws InterruptedException {
    status = 400;
    assertThat(pager.test("r-1/alerts"))
        .isInstanceOfSatisfying(
            PageVerdict.Broken.class,
            broken -> assertThat(broken.reason()).contains("400").doesNotContain(KEY));
    assertThatThrownBy(() -> pager.page("k", "s")).hasMessageNotContaining(KEY);
  }

  private tools.jackson.databind.JsonNode event(int index) {
    return Json.parse(heard.get(index).substring(heard.get(index).indexOf(' ') + 1));
  }
}
