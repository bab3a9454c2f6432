package com.pfavanguard.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class HealthTest {
  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  @AfterEach
  void tidy() {
    owner("DELETE FROM worker_heartbeat");
    owner("UPDATE feature_flags SET enabled = true WHERE flag_name = 'auto_sync'");
  }

  @Test
  void aHealthyServerSaysItsVersion() {
    ApiAnswer health = api.get("/health");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body().path("status").asString()).isEqualTo("healthy");
    assertThat(health.body().path("version").asString()).isNotEmpty();
    assertThat(health.body().path("timestamp").asString()).endsWith("Z");
  }

  @Test
  void theDatabasesConnectionsAreCounted() {
    ApiAnswer health = api.get("/health/db");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body().path("connections").asInt()).isPositive();
  }

  @Test
  void writeSyncIsUnhealthyWhileNoWorkerLivesAndAutoSyncIsOn() {
    assertThat(api.get("/health/write-sync").status()).isEqualTo(503);

    owner("UPDATE feature_flags SET enabled = false WHERE flag_name = 'auto_sync'");
    assertThat(api.get("/health/write-sync").status()).isEqualTo(200);
  }

  @Test
  void aWorkerIsDeadHalfAMinuteAfterItsLastBeat() {
    beat("31 seconds");
    ApiAnswer dead = api.get("/health/write-sync");
    assertThat(dead.status()).isEqualTo(503);
    assertThat(dead.body().path("worker").path("running").asBoolean()).isFalse();
    assertThat(dead.body().path("worker").path("lastHeartbeat").asString()).endsWith("Z");

    beat("0 seconds");
    ApiAnswer alive = api.get("/health/write-sync");
    assertThat(alive.status()).isEqualTo(200);
    assertThat(alive.body().path("worker").path("running").asBoolean()).isTrue();
    assertThat(alive.body().path("worker").path("instances").asInt()).isEqualTo(1);
  }

  @Test
  void theQueueOfEveryOrganizationIsCounted() {
    beat("0 seconds");
    WaitingEdits.put(database, "RIO", "pending");
    WaitingEdits.put(database, "HOLNG", "pending");
    WaitingEdits.put(database, "HOLNG", "processing");
    WaitingEdits.put(database, "PORTARTHUR", "failed");
    try {
      var queue = api.get("/health/write-sync").body().path("queue");

      assertThat(queue.path("size").asInt()).isEqualTo(2);
      assertThat(queue.path("processing").asInt()).isEqualTo(1);
      assertThat(queue.path("failed").asInt()).isEqualTo(1);
      assertThat(queue.path("oldestAgeSeconds").asInt()).isGreaterThanOrEqualTo(60);
    } finally {
      WaitingEdits.clear(database);
    }
  }

  @Test
  void healthHealsItselfAfterItsConnectionBroke() {
    assertThat(api.get("/health").status()).isEqualTo(200);
    database
        .as("app")
        .sql(
            """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
             WHERE application_name = 'pfa-vanguard-health' AND datname = current_database()
            """)
        .query()
        .singleValue();

    await().until(() -> api.get("/health").status() == 200);
  }

  private void beat(String age) {
    owner(
        "INSERT INTO worker_heartbeat (worker_id, version, beat_at) VALUES ('w1', 'test', now() - interval '"
            + age
            + "') ON CONFLICT (worker_id) DO UPDATE SET beat_at = excluded.beat_at");
  }

  private void owner(String sql) {
    database.as("owner").sql(sql).update();
  }
}
