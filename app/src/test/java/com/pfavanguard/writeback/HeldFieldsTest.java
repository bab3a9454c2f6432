package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The tenant changes a field that edits are waiting to be written to. */
@ExtendWith(SharedSystem.class)
class HeldFieldsTest {
  private static final Map<String, String> RENAMED =
      Map.of("kind", "schema-drift", "alias", "pfs_f_model", "rename", "udf_model");

  private final PlannerDesk desk;

  HeldFieldsTest(PlannerDesk desk) {
    this.desk = desk;
  }

  @AfterEach
  void asItWas() {
    desk.system().pems("DELETE", "/faults", Map.of());
    desk.system().read("RIO");
    assertThat(desk.count("SELECT count(*) FROM pems_schema_hold WHERE cleared_at IS NULL"))
        .isZero();
  }

  @Test
  void anEditOfAFieldOnHoldWaitsUnclaimedAndTheOthersAreWritten() {
    List<JsonNode> records = desk.openForecasts(2);
    String held = records.get(0).path("pfaId").asString();
    String free = records.get(1).path("pfaId").asString();
    drift(RENAMED);
    desk.system().read("RIO");
    desk.commit(Map.of(held, Map.of("model", "HELD"), free, Map.of("description", "goes through")));

    try (var _ = desk.system().startWorker()) {
      desk.awaitState(free, "synced");

      assertThat(desk.record(held).path("syncStatus").asString()).isEqualTo("queued");
      assertThat(desk.record(held).path("model").asString()).isEqualTo("HELD");
      assertThat(queueRow(held)).isEqualTo("pending/0/0");
      assertThat(desk.record(free).path("model")).isEqualTo(records.get(1).path("model"));

      asItWas();
      desk.awaitState(held, "synced");
    }
    assertThat(desk.pemsFields(held)).containsEntry("model", "HELD");
  }

  @Test
  void aWorkerThatMeetsTheDriftFirstHoldsTheEditWithoutUsingUpATry() {
    String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
    desk.commit(Map.of(id, Map.of("model", "HELD")));
    drift(RENAMED);

    try (var _ = desk.system().startWorker()) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> queueRow(id), row -> row.equals("pending/0/1"));
      assertThat(lastError(id)).contains("On hold", "model");

      asItWas();
      hurry();
      desk.awaitState(id, "synced");
    }
    assertThat(desk.pemsFields(id)).containsEntry("model", "HELD");
  }

  @Test
  void aValueThatNoLongerFitsIsHeldAndNotRefused() {
    String id = desk.openForecasts(1).getFirst().path("pfaId").asString();
    String text = "longer than ten characters";
    desk.commit(Map.of(id, Map.of("description", text)));
    drift(Map.of("kind", "schema-drift", "alias", "description", "maxLength", 10));

    try (var _ = desk.system().startWorker()) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> queueRow(id), row -> row.equals("pending/0/1"));

      asItWas();
      hurry();
      desk.awaitState(id, "synced");
    }
    assertThat(desk.pemsFields(id)).containsEntry("description", text);
  }

  @Test
  void whatTheTenantWouldNotTakeWholeIsRefusedAsADraftAlready() {
    String id = ConflictDesk.freshRental(desk);
    desk.sql()
        .sql("UPDATE pems_schema_field SET decimals = 2 WHERE field = 'monthlyRate'")
        .update();
    var saved =
        desk.system()
            .api()
            .as("planner")
            .post(
                "/api/pfa-data/save-draft",
                Map.of(
                    "organizationId",
                    "RIO",
                    "changes",
                    List.of(
                        Map.of(
                            "pfaId",
                            id,
                            "fields",
                            Map.of("description", "x".repeat(300), "monthlyRate", "10.125")))));

    assertThat(saved.status()).as(saved.text()).isEqualTo(422);
    assertThat(saved.body().path("errors").findValuesAsString("code"))
        .containsExactlyInAnyOrder("too_long", "too_precise");
    assertThat(saved.text()).contains("at most 2 decimal places in PEMS");
  }

  @Test
  void aFieldThatTheScreenNoLongerTellsStaysInTheMirrorWhenAnotherIsWritten() {
    JsonNode record = desk.openForecasts(1).getFirst();
    String id = record.path("pfaId").asString();
    desk.commit(Map.of(id, Map.of("description", "written beside a field that is gone")));
    drift(
        Map.of(
            "kind", "schema-drift", "alias", "pfs_f_class", "type", "TEXT", "rename", "udf_class"));

    try (var _ = desk.system().startWorker()) {
      desk.awaitState(id, "synced");
    }

    assertThat(desk.record(id).path("equipmentClass")).isEqualTo(record.path("equipmentClass"));
    assertThat(desk.pemsFields(id))
        .containsEntry("equipmentClass", record.path("equipmentClass").asString());
  }

  private void drift(Map<String, ?> fault) {
    desk.system()
        .pems(
            "PUT",
            "/faults",
            Map.of("seed", 1, "rules", List.of(Map.of("match", Map.of(), "fault", fault))));
  }

  private String queueRow(String id) {
    return desk.sql()
        .sql(
            """
            SELECT concat(status, '/', attempts, '/', lease_number) FROM pfa_write_queue
             WHERE pfa_id = ? ORDER BY id DESC LIMIT 1
            """)
        .param(id)
        .query(String.class)
        .single();
  }

  private String lastError(String id) {
    return desk.sql()
        .sql(
            "SELECT last_error::text FROM pfa_write_queue WHERE pfa_id = ? ORDER BY id DESC LIMIT 1")
        .param(id)
        .query(String.class)
        .single();
  }

  private void hurry() {
    desk.system().api().as("planner").post("/api/pems/write-sync", Map.of("organizationId", "RIO"));
  }
}
