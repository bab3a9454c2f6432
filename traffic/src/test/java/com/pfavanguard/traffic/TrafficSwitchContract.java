package com.pfavanguard.traffic;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every proxy must do under a changeover; each runs as its own process or server. */
@Timeout(60)
public abstract class TrafficSwitchContract {
  private static final Duration BOUND = Duration.ofSeconds(10);

  private final Vertx vertx = Vertx.vertx();
  private final AppStub blue = new AppStub(vertx, "4.0.0");
  private final AppStub green = new AppStub(vertx, "4.1.0");
  private Proxy proxy;
  private Changeover changeover;

  /** A proxy under test. */
  public interface Proxy extends AutoCloseable {
    TrafficSwitch control();

    URI address();

    /** Ends it at once and starts it anew on what it kept. */
    void restart() throws Exception;
  }

  /** Starts one that leads to blue at first and has seen that both are ready. */
  protected abstract Proxy start(AppStub blue, AppStub green, Path folder) throws Exception;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    proxy = start(blue, green, folder);
    changeover = new Changeover(proxy.control(), proxy.address());
  }

  @AfterEach
  void stop() throws Exception {
    proxy.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
  }

  @Test
  void noRequestFailsOnTheWayThereAndBack() throws Exception {
    try (Load load = new Load(proxy.address())) {
      await().until(() -> load.from("4.0.0") > 50);
      assertThat(changeover.switchTo(Colour.GREEN, "4.1.0"))
          .isEqualTo(new SwitchOutcome.Switched(Colour.GREEN, "4.0.0", "4.1.0"));
      changeover.drain(Colour.BLUE, BOUND);
      int before = load.from("4.0.0");
      await().until(() -> load.from("4.1.0") > 50);
      assertThat(load.from("4.0.0")).isEqualTo(before);
      assertThat(changeover.switchTo(Colour.BLUE, "4.0.0"))
          .isEqualTo(new SwitchOutcome.Switched(Colour.BLUE, "4.1.0", "4.0.0"));
      await().until(() -> load.from("4.0.0") > before + 50);
      assertThat(load.failures()).isEmpty();
    }
  }

  @Test
  void aLongRequestFinishesWhereItBegan() throws Exception {
    CompletableFuture<HttpResponse<String>> held = hold();
    blue.awaitHeld();
    changeover.switchTo(Colour.GREEN, null);
    assertThat(changeover.status().target(Colour.BLUE).requests()).isEqualTo(1);
    CompletableFuture<Drained> drained = CompletableFuture.supplyAsync(this::drainBlue);
    blue.finishHeld();
    assertThat(held.get(10, SECONDS).body()).isEqualTo("4.0.0");
    assertThat(drained.get(10, SECONDS).cutRequests()).isZero();
  }

  @Test
  void aRequestThatNeverEndsIsCutAfterTheBound() throws Exception {
    CompletableFuture<HttpResponse<String>> held = hold();
    blue.awaitHeld();
    changeover.switchTo(Colour.GREEN, null);
    assertThat(changeover.drain(Colour.BLUE, Duration.ofMillis(200)).cutRequests()).isEqualTo(1);
    // A proxy tells so with an error or by hanging up.
    int answer = held.handle((ok, failed) -> ok == null ? 0 : ok.statusCode()).get(10, SECONDS);
    assertThat(answer).isIn(0, 502, 503);
  }

  @Test
  void webSocketsStayUntilDrainedAndComeBackToTheOther() throws Exception {
    LiveClient client = new LiveClient(proxy.address());
    assertThat(client.hear()).isEqualTo("4.0.0");
    changeover.switchTo(Colour.GREEN, null);
    client.say("still here");
    assertThat(client.hear()).isEqualTo("4.0.0 heard still here");
    assertThat(changeover.drain(Colour.BLUE, BOUND).streams()).isEqualTo(1);
    client.ended().get(10, SECONDS);
    assertThat(new LiveClient(proxy.address()).hear()).isEqualTo("4.1.0");
  }

  @Test
  void refusesAnUnhealthyOrWrongOrAbsentTarget() throws Exception {
    assertThat(changeover.switchTo(Colour.GREEN, "9.9.9"))
        .isEqualTo(refused("green runs 4.1.0 at " + green.address() + ", not 9.9.9"));
    green.fallIll();
    assertThat(changeover.switchTo(Colour.GREEN, null))
        .isEqualTo(refused("green is not healthy at " + green.address()));
    green.close();
    assertThat(changeover.switchTo(Colour.GREEN, null))
        .isEqualTo(refused("green does not answer at " + green.address()));
    assertThat(ask("/").body()).isEqualTo("4.0.0");
  }

  @Test
  void aDeadOldVersionIsNoObstacle() throws Exception {
    blue.close();
    assertThat(changeover.switchTo(Colour.GREEN, "4.1.0"))
        .isInstanceOf(SwitchOutcome.Switched.class);
    assertThat(changeover.drain(Colour.BLUE, BOUND).cutRequests()).isZero();
    assertThat(ask("/").body()).isEqualTo("4.1.0");
  }

  @Test
  void turnsBackWhenThePublicAddressDoesNotAnswerAsItMust() throws Exception {
    // A public address that leads elsewhere, as a forgotten CDN rule would.
    Changeover misled = new Changeover(proxy.control(), blue.address(), Duration.ofMillis(300));
    assertThat(misled.switchTo(Colour.GREEN, "4.1.0"))
        .isInstanceOfSatisfying(
            SwitchOutcome.TurnedBack.class,
            back -> assertThat(back.active()).isEqualTo(Colour.BLUE));
    assertThat(ask("/").body()).isEqualTo("4.0.0");
  }

  @Test
  void aRestartOfTheProxyLeadsWhereItLed() throws Exception {
    changeover.switchTo(Colour.GREEN, null);
    proxy.restart();
    assertThat(ask("/").body()).isEqualTo("4.1.0");
    assertThat(changeover.switchTo(Colour.GREEN, null))
        .isEqualTo(new SwitchOutcome.AlreadyThere(Colour.GREEN, "4.1.0"));
  }

  @Test
  void neverDrainsTheColourThatLeads() {
    assertThatThrownBy(() -> changeover.drain(Colour.BLUE, BOUND))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tellsServersOnlyWhatItSawOfTheClient() throws Exception {
    HttpRequest lie =
        request("/headers")
            .header("X-Forwarded-For", "10.1.2.3")
            .header("X-Forwarded-Host", "evil.example")
            .header("Forwarded", "for=10.1.2.3")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(lie, BodyHandlers.ofString());
      assertThat(answer.body().toLowerCase(Locale.ROOT))
          .doesNotContain("10.1.2.3", "evil.example")
          .contains("x-forwarded-for=127.0.0.1", "x-forwarded-proto=http");
      assertThat(answer.headers().firstValue(Changeover.COLOUR_HEADER)).contains("blue");
    }
  }

  private Drained drainBlue() {
    try {
      return changeover.drain(Colour.BLUE, BOUND);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SwitchOutcome refused(String reason) {
    return new SwitchOutcome.Refused(Colour.BLUE, reason);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(proxy.address().resolve(path)).timeout(BOUND);
  }

  private HttpResponse<String> ask(String path) throws Exception {
    return askAsync(path).get(10, SECONDS);
  }

  /** By POST, which the client does not send again by itself. */
  private CompletableFuture<HttpResponse<String>> hold() {
    HttpRequest held = request("/held").POST(BodyPublishers.noBody()).build();
    return HttpClient.newHttpClient().sendAsync(held, BodyHandlers.ofString());
  }

  private CompletableFuture<HttpResponse<String>> askAsync(String path) {
    HttpClient client = HttpClient.newHttpClient();
    return client.sendAsync(request(path).build(), BodyHandlers.ofString());
  }
}
