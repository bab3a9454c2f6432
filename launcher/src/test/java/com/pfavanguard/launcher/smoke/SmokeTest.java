package com.pfavanguard.launcher.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.stub.Reply;
import com.pfavanguard.launcher.stub.StubDeployment;
import com.pfavanguard.launcher.stub.StubHttpServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// A guard against hanging, no measure of speed.
@Timeout(120)
class SmokeTest {
  private final StubDeployment deployment = new StubDeployment();
  private StubHttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StubHttpServer(0, deployment);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private boolean passes() throws InterruptedException {
    Target target =
        new Target("stub", server.url(), "RIO", anonymous -> anonymous.login("planner", "secret"));
    return new Smoke(target, new Console(false, false)).passes();
  }

  @Test
  void passesOnAHealthyDeployment() throws InterruptedException {
    assertThat(passes()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/health              | 503 | {\"status\":\"unhealthy\"}",
        "/health              | 200 | {\"status\":\"unhealthy\"}",
        "/health/db           | 503 | {\"status\":\"unhealthy\"}",
        "/health/write-sync   | 200 | {\"worker\":{\"running\":false}}",
        "/api/auth/login      | 401 | {}",
        "/api/pfa-data        | 200 | {\"records\":[]}",
        "/api/pems/sync-status| 500 | {}",
        "/api/pems/queue-metrics | 200 | {\"pending\":0}",
        "/api/pems/write-sync | 200 | {\"success\":true}",
      })
  void failsWhenOnePromiseIsBroken(String path, int status, String body)
      throws InterruptedException {
    deployment.breaks(path, Reply.of(status, body));
    assertThat(passes()).isFalse();
  }

  @Test
  void failsWhenLiveUpdatesDoNotAnswerTheSubscription() throws InterruptedException {
    server.webSocketReplies("{\"type\":\"ERROR\"}");
    assertThat(passes()).isFalse();
  }
}
