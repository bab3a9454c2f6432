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
              "pfa_sync_conflict_resolution_duration_seconds_bucket",
              "pg_up 1.0",
              "pfa_database_migrations_pending 0.0",
              "pfa_sync_queue_items{state=\"pending\"} 0.0",
              "pfa_sync_queue_items{state=\"dead_letter\"} 0.0",
              "pfa_sync_operations_total{direction=\"read\",outcome=\"failure\",trigger=\"schedule\"} 0.0",
              "pfa_web_bundle_bytes{kind=\"js\"}")
          .containsPattern(
              "http_server_request_duration_seconds_count\\{http_request_method=\"POST\","
                  + "http_response_status_code=\"500\",http_route=\"/api/pfa-data/save-draft\",version=\"[^\"]+\"} 0");

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
        .contains(
            "pfa_feature_flag_enabled{flag=\"auto_sync\"} 1.0",
            "pfa_app_log_events_total{category=\"sync\",level=\"critical\"} 0.0",
            "pfa_external_api_calls_total{outcome=\"failure\",service=\"pems\"} 0.0",
            "pfa_ai_tokens_total{direction=\"input\"} 0.0",
            "pfa_cost_usd_total{category=\"ai\"} 0.0",
            "pfa_cost_budget_usd{category=\"ai\",period=\"30d\"} 0.0")
        .containsPattern("process_resident_memory_bytes [1-9]")
        .containsPattern("process_cpu_seconds_total [0-9]")
        .containsPattern("pfa_process_memory_limit_bytes [1-9]")
        .contains("process_start_time_seconds", "pfa_process_heap_after_gc_bytes");
  }
}
