package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.pems.ConnectionStates;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.WholeSystem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What an edit costs when PEMS is away, loses sessions or asks to slow down. */
class OutageTest {
  private static final String QUICK_RETRIES = "vanguard.worker.retry-delays=50ms,50ms,50ms";
  private static final int ATTEMPTS = 4;

  private static WholeSystem system;
  private static ApiClient planner;

  @BeforeAll
  static void start() {
    system = WholeSystem.start(3_000);
    system.read("RIO");
    planner = system.api().as("planner");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void calm() {
    system.pems("DELETE", "/faults", Map.of());
    execute("TRUNCATE pfa_write_queue, pems_connection_state");
  }

  @Test
  void anOutageOpensTheCircuitUsesUpNoEditAndEndsByItself() {
    try (ConfigurableApplicationContext one = system.startWorker("vanguard.worker.lease=20s");
        ConfigurableApplicationContext two = system.startWorker()) {
      fault("http-503", Map.of());
      List<String> ids = commit(100);
      await().atMost(Duration.ofSeconds(30)).until(() -> breaker().equals("open"));
      await().atMost(Duration.ofSeconds(30)).until(() -> processing() == 0);
      assertThat(one.getBean(ConnectionStates.class).find("default"))
          .hasValueSatisfying(state -> assertThat(state.open()).isTrue());
      long requests = requests();
      await().until(() -> count("SELECT probes FROM pems_connection_state") >= 2);
      // Nothing but probes was sent since the circuit opened.
      assertThat(requests() - requests)
          .isLessThanOrEqualTo(count("SELECT probes FROM pems_connection_state"));
      assertThat(count("SELECT count(*) FROM pfa_write_queue WHERE status = 'pending'"))
          .isEqualTo(ids.size());
      assertThat(count("SELECT max(attempts) FROM pfa_write_queue")).isLessThanOrEqualTo(1);

      system.pems("DELETE", "/faults", Map.of());

      await().atMost(Duration.ofSeconds(60)).until(() -> synced() == ids.size());
      assertThat(breaker()).isEqualTo("closed");
      assertThat(two.isActive()).isTrue();
    }
  }

  @Test
  void aRecordThatAlwaysFailsIsADeadLetterAfterExactlyTheConfiguredRequests() {
    try (ConfigurableApplicationContext worker = system.startWorker(QUICK_RETRIES)) {
      String id = open(1).getFirst();
      fault("http-503", Map.of("pfaId", id));
      long before = requests();
      commit(List.of(id));
      await().atMost(Duration.ofSeconds(30)).until(() -> status(id).equals("failed"));

      assertThat(count("SELECT max(attempts) FROM pfa_write_queue")).isEqualTo(ATTEMPTS);
      assertThat(requests() - before).isEqualTo(ATTEMPTS);
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void writesThatPemsTakesFromNobodyUseUpNoAttemptAndGoOnByThemselves() {
    try (ConfigurableApplicationContext worker = system.startWorker(QUICK_RETRIES)) {
      List<String> ids = open(30);
      fault("http-503", Map.of("operation", "UPDATE"));
      commit(ids);
      await().until(() -> writeBreaker().equals("open"));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> count("SELECT write_probes FROM pems_connection_state") >= 2);

      // Reads go on, no edit is given up, and only those that showed the outage paid for it.
      assertThat(breaker()).isEqualTo("closed");
      assertThat(count("SELECT count(*) FROM pfa_write_queue WHERE status = 'failed'")).isZero();
      assertThat(count("SELECT max(attempts) FROM pfa_write_queue")).isLessThanOrEqualTo(1);

      system.pems("DELETE", "/faults", Map.of());
      await().atMost(Duration.ofSeconds(60)).until(() -> synced() == ids.size());
      assertThat(writeBreaker()).isEqualTo("closed");
      assertThat(worker.isActive()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http-503", "http-500"})
  void twoRecordsThatPemsNeverTakesAreDeadLettersAfterExactlyTheConfiguredWrites(String fault) {
    try (ConfigurableApplicationContext worker = system.startWorker(QUICK_RETRIES)) {
      List<String> ids = open(2);
      fault(fault, Map.of("pfaId", ids, "operation", "UPDATE"));
      commit(ids);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> count("SELECT count(*) FROM pfa_write_queue WHERE status = 'failed'") == 2);

      assertThat(updates(worker)).isEqualTo(2 * ATTEMPTS);
      assertThat(count("SELECT min(attempts) FROM pfa_write_queue")).isEqualTo(ATTEMPTS);
      assertThat(writeBreaker()).isEqualTo("closed");
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void tooManyRequestsUseUpNoAttemptUntilAnEditHasHadItsShare() {
    try (ConfigurableApplicationContext worker =
        system.startWorker(QUICK_RETRIES, "vanguard.worker.rate-limit-patience=5")) {
      List<String> ids = open(2);
      String patient = ids.getFirst();
      fault(
          Map.of("kind", "http-429", "retryAfter", 0),
          Map.of("pfaId", patient),
          Map.of("count", 5));
      commit(List.of(patient));
      await().atMost(Duration.ofSeconds(30)).until(() -> status(patient).equals("completed"));
      assertThat(count("SELECT max(attempts) FROM pfa_write_queue")).isZero();
      assertThat(count("SELECT max(deferrals) FROM pfa_write_queue")).isEqualTo(5);

      String never = ids.getLast();
      fault(
          Map.of("kind", "http-429", "retryAfter", 0), Map.of("pfaId", never), Map.of("rate", 1.0));
      long before = requests();
      commit(List.of(never));
      await().atMost(Duration.ofSeconds(30)).until(() -> status(never).equals("failed"));
      assertThat(requests() - before).isEqualTo(5 + ATTEMPTS);
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void aLostSessionIsSignedInAnewWithoutUsingAnAttempt() {
    try (ConfigurableApplicationContext worker = system.startWorker(QUICK_RETRIES)) {
      String id = open(1).getFirst();
      fault("session-expiry", Map.of("pfaId", id), Map.of("count", 2));
      commit(List.of(id));
      await().atMost(Duration.ofSeconds(30)).until(() -> status(id).equals("completed"));

      assertThat(count("SELECT max(attempts) FROM pfa_write_queue")).isZero();
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void signingInAnewHasAnEnd() {
    try (ConfigurableApplicationContext worker = system.startWorker(QUICK_RETRIES)) {
      String id = open(1).getFirst();
      fault("session-expiry", Map.of("pfaId", id));
      long before = requests();
      commit(List.of(id));
      await().atMost(Duration.ofSeconds(30)).until(() -> status(id).equals("failed"));

      assertThat(requests() - before).isEqualTo(3 * ATTEMPTS);
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void retryAfterHoldsTheWholeConnectionAndSlowsItDown() {
    try (ConfigurableApplicationContext worker = system.startWorker(QUICK_RETRIES)) {
      List<String> ids = open(40);
      fault(
          Map.of("kind", "http-429", "retryAfter", 3),
          Map.of("pfaId", ids.getFirst()),
          Map.of("count", 1));
      commit(List.of(ids.getFirst()));
      await()
          .until(
              () ->
                  count("SELECT count(*) FROM pems_connection_state WHERE held_until IS NOT NULL")
                      == 1);
      long held = requests();
      commit(ids.subList(1, ids.size()));
      // The hold is over when the next request is sent, by the database's own clock.
      await().atMost(Duration.ofSeconds(30)).until(() -> requests() > held);
      assertThat(
              count(
                  "SELECT count(*) FROM pems_connection_state WHERE held_until <= clock_timestamp()"))
          .isEqualTo(1);
      await().atMost(Duration.ofSeconds(60)).until(() -> synced() == ids.size());
      assertThat(count("SELECT (share * 100)::int FROM pems_connection_state")).isEqualTo(50);
      assertThat(worker.isActive()).isTrue();
    }
  }

  @Test
  void whenPemsBecomesSlowItIsAskedLessAndMoreAgainOnceItIsNot() {
    try (ConfigurableApplicationContext worker = system.startWorker(QUICK_RETRIES)) {
      commit(20);
      await().atMost(Duration.ofSeconds(30)).until(() -> synced() == 20);
      assertThat(share()).isEqualTo(100);
      fault(Map.of("kind", "latency", "millis", 1_500), Map.of(), Map.of("rate", 1.0));
      commit(10);

      await().atMost(Duration.ofSeconds(30)).until(() -> share() <= 80);
      system.pems("DELETE", "/faults", Map.of());
      await().atMost(Duration.ofSeconds(60)).until(() -> synced() == 30);
      execute("UPDATE pems_connection_state SET share_since = share_since - interval '1 minute'");
      assertThat(worker.getBean(ConnectionStates.class).find("default"))
          .hasValueSatisfying(state -> assertThat(state.share()).isEqualTo(1));
    }
  }

  /** In percent of the request budget, as last set. */
  private static long share() {
    return count("SELECT coalesce(min((share * 100)::int), 100) FROM pems_connection_state");
  }

  private static void fault(String kind, Map<String, ?> match) {
    fault(kind, match, Map.of("rate", 1.0));
  }

  private static void fault(String kind, Map<String, ?> match, Map<String, ?> how) {
    fault(Map.of("kind", kind), match, how);
  }

  private static void fault(Map<String, ?> fault, Map<String, ?> match, Map<String, ?> how) {
    Map<String, Object> rule = new java.util.HashMap<>(how);
    rule.put("fault", fault);
    rule.put("match", match);
    system.pems("PUT", "/faults", Map.of("seed", 1, "rules", List.of(rule)));
  }

  private static List<String> open(int count) {
    List<String> ids = new ArrayList<>();
    planner
        .get(
            "/api/pfa-data?organizationId=RIO&limit="
                + count
                + "&totals=false&filter=isActualized:eq:false&filter=syncStatus:eq:synced&filter=model:ne:AWAY")
        .body()
        .path("records")
        .forEach(record -> ids.add(record.path("pfaId").asString()));
    assertThat(ids).hasSize(count);
    return ids;
  }

  private static List<String> commit(int count) {
    List<String> ids = open(count);
    commit(ids);
    return ids;
  }

  private static void commit(List<String> ids) {
    List<Object> changes = new ArrayList<>();
    ids.forEach(id -> changes.add(Map.of("pfaId", id, "fields", Map.of("model", "AWAY"))));
    var saved =
        planner.post(
            "/api/pfa-data/save-draft", Map.of("organizationId", "RIO", "changes", changes));
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    var committed = planner.post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO"));
    assertThat(committed.status()).as(committed.text()).isEqualTo(202);
  }

  private static String writeBreaker() {
    return system
        .tables()
        .owner()
        .sql("SELECT coalesce(max(write_breaker), 'closed') FROM pems_connection_state")
        .query(String.class)
        .single();
  }

  private static double updates(ConfigurableApplicationContext worker) {
    return worker
        .getBean(MeterRegistry.class)
        .find("pfa.pems.requests")
        .tag("operation", "update")
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private static String breaker() {
    return system
        .tables()
        .owner()
        .sql("SELECT coalesce(max(breaker), 'unknown') FROM pems_connection_state")
        .query(String.class)
        .single();
  }

  private static String status(String id) {
    return system
        .tables()
        .owner()
        .sql("SELECT status FROM pfa_write_queue WHERE pfa_id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private static long processing() {
    return count("SELECT count(*) FROM pfa_write_queue WHERE status = 'processing'");
  }

  private static long synced() {
    return count("SELECT count(*) FROM pfa_write_queue WHERE outcome = 'synced'");
  }

  private static long requests() {
    JsonNode stats = system.pems("GET", "/stats", Map.of());
    return stats.path("requests").asLong();
  }

  private static long count(String sql) {
    return system.tables().owner().sql(sql).query(Long.class).single();
  }

  private static void execute(String sql) {
    system.tables().owner().sql(sql).update();
  }
}
