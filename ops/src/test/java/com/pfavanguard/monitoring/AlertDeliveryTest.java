package com.pfavanguard.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The shipped routes in the real Alertmanager; only addresses and the first waits are the test's.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertDeliveryTest {
  private static final String PROGRAM = "prometheus-alertmanager";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Receivers receivers;
  private Running alertmanager;
  private String url;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Tool.need(PROGRAM);
    receivers = new Receivers();
    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    for (String name : List.of("pagerduty-routing-key", "heartbeat-token", "smtp-password")) {
      Files.writeString(secrets.resolve(name), "secret-" + name);
    }
    Files.writeString(secrets.resolve("chat-webhook-url"), receivers.url("/chat"));
    Path file = folder.resolve("alertmanager.yml");
    Files.writeString(
        file,
        here(Files.readString(shipped())).replace("/etc/alertmanager/secrets", secrets.toString()));
    url = "http://127.0.0.1:" + Running.freePort();
    alertmanager =
        Running.start(
                folder.resolve("alertmanager.log"),
                Map.of(),
                List.of(
                    PROGRAM,
                    "--config.file=" + file,
                    "--storage.path=" + folder.resolve("data"),
                    "--cluster.listen-address=",
                    "--web.listen-address=" + url.substring("http://".length())))
            .awaitReady(url + "/-/ready");
  }

  @AfterAll
  void stop() {
    if (alertmanager != null) {
      alertmanager.close();
      receivers.close();
    }
  }

  private static Path shipped() {
    return Tool.ROOT.resolve("ops/alertmanager/alertmanager.yml");
  }

  private String here(String text) {
    return text.replace("https://events.pagerduty.com/v2/enqueue", receivers.url("/page"))
        .replace("https://heartbeat.example.com/pfa-vanguard", receivers.url("/heartbeat"))
        .replace("mail.example.com:587", receivers.mailServer())
        .replace("resolve_timeout", "smtp_require_tls: false\n  resolve_timeout")
        .replaceAll("group_wait: \\w+", "group_wait: 0s");
  }

  @Test
  void eachSeverityGoesItsWay() throws Exception {
    fire("PfaSyncWorkerDown", "P1");
    fire("PfaCrashLoop", "P2");
    fire("PfaRedisDown", "P3");
    fire("PfaAutoSyncOff", "P4");
    fire("PfaWatchdog", "none");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(receivers.pages)
                  .anyMatch(page -> isPage(page, "What PfaSyncWorkerDown means", "critical"));
              assertThat(receivers.chats).anyMatch(chat -> chat.contains("P3 PfaRedisDown"));
              assertThat(receivers.mails).anyMatch(mail -> mail.contains("PfaAutoSyncOff"));
              assertThat(receivers.heartbeats)
                  .anyMatch(beat -> beat.startsWith("Bearer secret-heartbeat-token"));
            });
    assertThat(receivers.chats).noneMatch(chat -> chat.contains("PfaSyncWorkerDown"));
  }

  @Test
  void aWatchedReleaseSilencesAllButAnOutage() throws Exception {
    fire("ReleaseInProgress", "none");
    fire("PfaApiErrorRateCritical", "P1");
    fire("PfaApiLatencyHigh", "P2");
    fire("PfaOutage", "P1");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(receivers.pages)
                    .anyMatch(page -> isPage(page, "What PfaOutage means", "critical")));
    assertThat(receivers.pages)
        .noneMatch(page -> page.contains("ErrorRateCritical") || page.contains("LatencyHigh"));
    post("ReleaseInProgress", "none", Instant.now());
  }

  @Test
  void theTestPageSaysWorkingOnlyWhenThePagerTookIt() throws Exception {
    assertThat(testPage("5")).satisfies(said -> assertThat(said.code()).isZero());
    assertThat(receivers.pages).anyMatch(page -> page.contains("Test page"));
    receivers.pagerStatus = 400;
    try {
      Tool.Ended refused = testPage("5");
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.output()).contains("\"verdict\":\"Broken\"");
    } finally {
      receivers.pagerStatus = 202;
    }
    assertThat(vanguard("http://127.0.0.1:1", "5").output()).contains("does not answer");
  }

  private Tool.Ended testPage(String seconds) throws IOException, InterruptedException {
    return vanguard(url, seconds);
  }

  private static Tool.Ended vanguard(String address, String seconds)
      throws IOException, InterruptedException {
    return Tool.run(
        Tool.ROOT,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "com.pfavanguard.launcher.Vanguard",
        "alerts",
        "test",
        "--json",
        "--alertmanager=" + address,
        "--timeout=" + seconds);
  }

  private static boolean isPage(String page, String summary, String severity) {
    return page.contains("\"routing_key\":\"secret-pagerduty-routing-key\"")
        && page.contains("\"event_action\":\"trigger\"")
        && page.contains(summary)
        && page.contains("\"severity\":\"" + severity + "\"");
  }

  private void fire(String alert, String severity) throws IOException, InterruptedException {
    post(alert, severity, Instant.now().plusSeconds(300));
  }

  private void post(String alert, String severity, Instant end)
      throws IOException, InterruptedException {
    var one = Json.object().put("endsAt", end.toString());
    one.putObject("labels").put("alertname", alert).put("severity", severity);
    one.putObject("annotations").put("summary", "What " + alert + " means");
    var answer =
        VanguardApi.anonymous(url)
            .post("/api/v2/alerts", JsonNodeFactory.instance.arrayNode().add(one));
    assertThat(answer.status()).isEqualTo(200);
  }
}
