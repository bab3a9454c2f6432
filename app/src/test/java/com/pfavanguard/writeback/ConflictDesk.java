package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes conflicts as they happen in life, and resolves them through the API. */
final class ConflictDesk {
  final PlannerDesk desk;

  ConflictDesk(PlannerDesk desk) {
    this.desk = desk;
  }

  /** An unresolved conflict: a record of RIO, and the conflict's id. */
  record Met(String pfaId, String id) {}

  ApiClient as(String username) {
    return desk.system().api().as(username);
  }

  String forecast() {
    return desk.openForecasts(1).getFirst().path("pfaId").asString();
  }

  /** A rental that has no edit of anybody yet. */
  static String freshRental(PlannerDesk desk) {
    return desk.sql()
        .sql(
            """
            SELECT pfa_id FROM pfa_mirror m
             WHERE organization_id = 'RIO' AND source = 'Rental' AND NOT is_actualized AND NOT is_discontinued
               AND forecast_end > forecast_start
               AND NOT EXISTS (SELECT FROM pfa_modification o WHERE o.pfa_id = m.pfa_id)
             ORDER BY pfa_id DESC LIMIT 1
            """)
        .query(String.class)
        .single();
  }

  /** Our edit of a fresh record meets theirs; a worker finds out. */
  Met meet(Map<String, ?> ours, Map<String, String> theirs) {
    return meet(forecast(), ours, theirs);
  }

  Met meet(String pfaId, Map<String, ?> ours, Map<String, String> theirs) {
    desk.save(Map.of(pfaId, ours));
    desk.editInPems(pfaId, theirs);
    desk.commitAll();
    desk.awaitState(pfaId, "conflict");
    return new Met(pfaId, unresolved(pfaId));
  }

  String unresolved(String pfaId) {
    return desk.sql()
        .sql(
            "SELECT conflict_id::text FROM pfa_sync_conflict WHERE pfa_id = ? AND status = 'unresolved'")
        .param(pfaId)
        .query(String.class)
        .single();
  }

  JsonNode detail(Met met) {
    return as("planner").get("/api/pems/conflicts/" + met.id() + "?organizationId=RIO").body();
  }

  ApiAnswer ask(String username, Met met, String what, Map<String, ?> more) {
    Map<String, @Nullable Object> body = new HashMap<>(more);
    body.put("organizationId", "RIO");
    return as(username).post("/api/pems/conflicts/" + met.id() + "/" + what, body);
  }

  /** The answer of a request that must succeed. */
  JsonNode done(ApiAnswer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  JsonNode resolve(Met met, Map<String, ?> how) {
    return done(ask("planner", met, "resolve", how));
  }

  /** The modification's queue rows in order, as status/outcome. */
  java.util.List<String> queue(Met met) {
    return desk.sql()
        .sql(
            """
            SELECT q.status || '/' || coalesce(q.outcome, '') FROM pfa_write_queue q
              JOIN pfa_sync_conflict c USING (modification_id) WHERE c.conflict_id = ?::uuid ORDER BY q.id
            """)
        .param(met.id())
        .query(String.class)
        .list();
  }

  String conflictStatus(Met met) {
    return text("SELECT status FROM pfa_sync_conflict WHERE conflict_id = '" + met.id() + "'");
  }

  /** The state of the edit behind the conflict. */
  String editState(Met met) {
    return text(
        "SELECT sync_status FROM pfa_modification JOIN pfa_sync_conflict USING (modification_id) WHERE conflict_id = '"
            + met.id()
            + "'");
  }

  String text(String sql) {
    return desk.sql().sql(sql).query(String.class).single();
  }
}
