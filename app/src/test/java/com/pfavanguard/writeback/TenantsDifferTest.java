package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiClient;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Nobody knows whether a tenant checks the recordid, or clears fields that a write leaves out. */
@ExtendWith(SharedSystem.class)
class TenantsDifferTest {
  private static ConfigurableApplicationContext worker;

  private final PlannerDesk desk;
  private final ConflictDesk conflicts;

  TenantsDifferTest(PlannerDesk desk) {
    this.desk = desk;
    this.conflicts = new ConflictDesk(desk);
  }

  @BeforeAll
  static void startWorker(PlannerDesk desk) {
    worker = desk.system().startWorker();
  }

  @AfterAll
  static void stopWorker() {
    worker.close();
  }

  @AfterEach
  void theUsualTenant() {
    tenant(true, false);
  }

  @ParameterizedTest(name = "recordid enforced {0}, missing fields cleared {1}")
  @CsvSource({"true,false", "true,true", "false,false", "false,true"})
  void disjointEditsMergeAndEveryOtherFieldStays(boolean enforced, boolean clears) {
    tenant(enforced, clears);
    String id = conflicts.forecast();
    desk.save(Map.of(id, Map.of("model", "OURS", "forecastEnd", "2043-02-28")));
    desk.editInPems(id, Map.of("areaSilo", "THEIRS", "manufacturer", "THEIRS"));
    Map<String, String> expected = new HashMap<>(desk.pemsFields(id));
    expected.putAll(Map.of("model", "OURS", "forecastEnd", "2043-02-28"));
    desk.commitAll();

    desk.awaitState(id, "synced");

    Map<String, String> after = new HashMap<>(desk.pemsFields(id));
    for (String kept : new String[] {"lastChangedBy", "lastChangedAt", "version"}) {
      expected.remove(kept);
      after.remove(kept);
    }
    assertThat(after).isEqualTo(expected);
    assertThat(conflicts.text("SELECT status FROM pfa_sync_conflict WHERE pfa_id = '" + id + "'"))
        .isEqualTo("resolved_auto");
  }

  @ParameterizedTest(name = "recordid enforced {0}, missing fields cleared {1}")
  @CsvSource({"true,false", "true,true", "false,false", "false,true"})
  void overlappingEditsConflictAndTheDecisionIsWrittenWhole(boolean enforced, boolean clears) {
    tenant(enforced, clears);
    ConflictDesk.Met met =
        conflicts.meet(
            Map.of("model", "OURS", "areaSilo", "OURS"), Map.of("model", "THEIRS", "dor", "BEO"));
    Map<String, String> theirs = desk.pemsFields(met.pfaId());
    assertThat(theirs).containsEntry("model", "THEIRS");

    conflicts.resolve(met, Map.of("resolution", "merge", "mergedData", Map.of("model", "BOTH")));

    desk.awaitState(met.pfaId(), "synced");
    assertThat(desk.pemsFields(met.pfaId()))
        .containsEntry("model", "BOTH")
        .containsEntry("areaSilo", "OURS")
        .containsEntry("dor", "BEO")
        .containsEntry("description", theirs.get("description"));
  }

  @Test
  void whereTheRecordidIsNotCheckedAChangeInTheMomentOfOurWriteIsNotPassedOverInSilence() {
    tenant(false, false);
    String id = conflicts.forecast();
    desk.faults(
        Map.of(
            "match", Map.of("operation", "GET", "pfaId", id),
            "fault", Map.of("kind", "concurrent-edit", "fields", Map.of("areaSilo", "THEIRS")),
            "count", 1));
    desk.save(Map.of(id, Map.of("model", "OURS")));
    desk.commitAll();

    desk.awaitState(id, "synced");

    assertThat(conflicts.text("SELECT message FROM pfa_sync_log WHERE pfa_id = '" + id + "'"))
        .contains("does not check the recordid", "may be lost");
    ApiClient planner = desk.system().api().as("planner");
    String record = "/api/pfa-data/" + id;
    JsonNode why = planner.get(record + "/sync-explanation?organizationId=RIO").body();
    assertThat(why.path("cause").asString()).isEqualTo("written_over_unseen");
    assertThat(why.path("message").asString()).contains("1 change was made there");
    JsonNode versions = planner.get(record + "/history?organizationId=RIO").body().path("versions");
    assertThat(versions.at("/0/source").asString()).isEqualTo("write");
    assertThat(versions.at("/0/overwroteUnseen").asInt()).isEqualTo(1);
    assertThat(versions.at("/1/version").asLong())
        .isEqualTo(versions.at("/0/version").asLong() - 2);

    // The next edit that reads the record first ends the notice.
    desk.commit(Map.of(id, Map.of("model", "LATER")));
    desk.awaitState(id, "synced");
    assertThat(
            planner
                .get(record + "/sync-explanation?organizationId=RIO")
                .body()
                .path("cause")
                .asString())
        .isEqualTo("as_read");
  }

  private void tenant(boolean enforced, boolean clears) {
    desk.system()
        .pems(
            "POST",
            "/settings",
            Map.of("recordidEnforced", enforced, "missingFieldsBecomeNull", clears));
  }
}
