package com.pfavanguard.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.FreshServer;
import com.pfavanguard.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class MonitoringTest {

  @Test
  void serverAndWorkerAnswerTheirMonitoringAndTheWorkerNothingElse() {
    TestDatabase database = TestDatabase.create();
    try (var server = FreshServer.another(database);
        var worker = FreshServer.worker(database)) {
      ApiClient watched =
          ApiClient.at(
              server.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
      assertMonitored(watched, "server");
      assertThat(watched.get("/actuator/prometheus").text())
          .contains(
              "pfa_websocket_connections",
              "pfa_sync_conflicts_open 0.0",
              "pfa_sync_conflict_oldest_open_age_seconds{resolution=\"manual\"} 0.0",
              "pfa_sync_conflict_resolutions_total{method=\"manual\",strategy=\"use_local\"} 0.0",
              "pfa_sync_conflict_resolutions_total{method=\"manual\",strategy=\"use_pems\"} 0.0",
              "pfa_sync_conflict_resolutions_total{method=\"manual\",strategy=\"merge\"} 0.0",
              "pfa_sync_conflict_resolution_duration_seconds_bucket");

      ApiClient monitored =
          ApiClient.at(
              worker.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
      assertMonitored(monitored, "worker");
      assertThat(monitored.get("/actuator/prometheus").text())
          .contains(
              "pfa_sync_conflicts_total 0.0",
              "pfa_sync_conflict_resolutions_total{method=\"auto\",strategy=\"merge\"} 0.0");
      assertThat(monitored.get("/api/auth/me").status()).isIn(401, 404);
      assertThat(worker.getEnvironment().getProperty("local.server.port")).isEqualTo("-1");
    }
  }

  private static void assertMonitored(ApiClient watched, String role) {
    assertThat(watched.get("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(watched.get("/actuator/health/readiness").status()).isEqualTo(200);
    ApiAnswer metrics = watched.get("/actuator/prometheus");
    assertThat(metrics.status()).isEqualTo(200);
    assertThat(metrics.text())
        .containsPattern("pfa_build_info\\{.*role=\"" + role + "\"")
        .contains("pfa_feature_flag_enabled{flag=\"auto_sync\"} 1.0");
  }
}
