package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.WholeSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A planner of RIO, with a view of PEMS's own log and of the queue. */
final class PlannerDesk {
  private static final String FORECASTS =
      "&totals=false&filter=isActualized:eq:false&filter=pfaId:gt:";

  private final WholeSystem system;
  private final ApiClient planner;
  private long firstWrite;
  private String lastGiven = "PFA-";

  PlannerDesk(WholeSystem system) {
    this(system, "planner");
  }

  private PlannerDesk(WholeSystem system, String username) {
    this.system = system;
    this.planner = system.api().as(username);
  }

  WholeSystem system() {
    return system;
  }

  /** The owner's view of the tables. */
  JdbcClient sql() {
    return system.tables().owner();
  }

  void beginTest() {
    system.pems("DELETE", "/faults", Map.of());
    setAutoSync(true);
    firstWrite += writes().size();
  }

  /** What PEMS has committed since the test began. */
  JsonNode writes() {
    return system.pems("GET", "/writes?after=" + firstWrite, Map.of());
  }

  void save(Map<String, ? extends Map<String, ?>> edits) {
    List<Object> changes = new ArrayList<>();
    edits.forEach((id, fields) -> changes.add(Map.of("pfaId", id, "fields", fields)));
    ApiAnswer answer =
        planner.post(
            "/api/pfa-data/save-draft", Map.of("organizationId", "RIO", "changes", changes));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  void commitAll() {
    ApiAnswer answer = planner.post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
  }

  /** Another planner of the same organization, at a desk of their own. */
  PlannerDesk of(String username) {
    return new PlannerDesk(system, username);
  }

  /** The same edit of every record, in one commit. */
  void commitAll(List<String> ids, Map<String, ?> fields) {
    Map<String, Map<String, ?>> edits = new TreeMap<>();
    ids.forEach(id -> edits.put(id, fields));
    commit(edits);
  }

  void commit(Map<String, ? extends Map<String, ?>> edits) {
    save(edits);
    commitAll();
  }

  List<String> openIds(int count) {
    return openForecasts(count).stream().map(record -> record.path("pfaId").asString()).toList();
  }

  /** Forecast records, without a rule in the way, that no test has had before. */
  List<JsonNode> openForecasts(int count) {
    JsonNode page =
        planner
            .get("/api/pfa-data?organizationId=RIO&limit=" + count + FORECASTS + lastGiven)
            .body()
            .path("records");
    List<JsonNode> records = new ArrayList<>();
    page.forEach(records::add);
    assertThat(records).hasSize(count);
    lastGiven = records.getLast().path("pfaId").asString();
    return records;
  }

  JsonNode record(String id) {
    return planner.get("/api/pfa-data/" + id + "?organizationId=RIO").body();
  }

  void awaitState(String id, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> record(id).path("syncStatus").asString(), state::equals);
  }

  void awaitQueueEmpty() {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                count(
                    "SELECT count(*) FROM pfa_write_queue WHERE status IN ('pending', 'processing')"),
            open -> open == 0);
  }

  /**
   * Leaves rows in processing with a lease that is already over, as a worker does that was killed.
   */
  void claimAndVanish(int rows) {
    sql()
        .sql(
            """
            UPDATE pfa_write_queue SET status = 'processing', lease_owner = 'killed', lease_number = 1,
                   leased_until = clock_timestamp() - interval '1 second', started_at = clock_timestamp()
             WHERE id IN (SELECT id FROM pfa_write_queue WHERE status = 'pending' ORDER BY id LIMIT ?)
            """)
        .param(rows)
        .update();
  }

  /** Rules of the simulator, seeded so that a run repeats. */
  void faults(Map<?, ?>... rules) {
    system.pems("PUT", "/faults", Map.of("seed", 7, "rules", List.of(rules)));
  }

  /** Writes that came from the product, without what people did in PEMS. */
  List<JsonNode> ownWrites() {
    List<JsonNode> own = new ArrayList<>();
    writes()
        .forEach(
            write -> {
              if (write.path("action").asString().equals("UPDATE")) {
                own.add(write);
              }
            });
    return own;
  }

  /** How many modifications of these records stand so. */
  long standing(List<String> ids, String state) {
    return sql()
        .sql("SELECT count(*) FROM pfa_modification WHERE pfa_id = ANY (?) AND sync_status = ?")
        .param(ids.toArray(String[]::new))
        .param(state)
        .query(Long.class)
        .single();
  }

  void setAutoSync(boolean enabled) {
    sql()
        .sql("UPDATE feature_flags SET enabled = ? WHERE flag_name = 'auto_sync'")
        .param(enabled)
        .update();
  }

  void editInPems(String id, Map<String, String> fields) {
    system.pems(
        "POST",
        "/edits",
        Map.of("organization", "RIO", "pfaId", id, "user", "JDOE", "fields", fields));
  }

  Map<String, String> pemsFields(String id) {
    Map<String, String> values = new TreeMap<>();
    system
        .pems("GET", "/records/RIO/" + id, Map.of())
        .path("fields")
        .propertyStream()
        .forEach(field -> values.put(field.getKey(), field.getValue().asString("")));
    return values;
  }

  List<String> history(String id) {
    return sql()
        .sql(
            "SELECT version || '/' || change_source FROM pfa_mirror_history WHERE pfa_id = ? ORDER BY version")
        .param(id)
        .query(String.class)
        .list();
  }

  long count(String sql) {
    return sql().sql(sql).query(Long.class).single();
  }
}
