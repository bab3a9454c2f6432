package com.pfavanguard.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.kernel.SyncFact;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@ServerTest
@Import(ReadSyncTest.Facts.class)
class ReadSyncTest {
  private static final TenantPems PEMS = new TenantPems();

  @DynamicPropertySource
  static void pems(DynamicPropertyRegistry registry) {
    PEMS.configure(registry);
  }

  static class Facts {
    final List<SyncFact> all = new CopyOnWriteArrayList<>();

    @EventListener
    void take(SyncFact.Batch batch) {
      all.addAll(batch.facts());
    }
  }

  @Autowired ApiClient anybody;
  @Autowired TestDatabase database;
  @Autowired Facts facts;
  private ApiClient api;
  private Reads reads;

  @BeforeEach
  void empty() {
    PEMS.reset();
    MirrorRows rows = new MirrorRows(database).clear();
    api = anybody.as("planner");
    reads = new Reads(api, rows.owner());
  }

  @Test
  void aFirstReadLoadsEveryRecordOfTheOrganizationAndNoHistory() {
    JsonNode run = reads.full();

    long rows = reads.count("pfa_mirror WHERE organization_id = 'RIO'");
    assertThat(run.path("status").asString()).isEqualTo("completed");
    assertThat(run.path("phase").asString()).isEqualTo("done");
    assertThat(run.path("expectedRows").asLong()).isEqualTo(rows).isGreaterThan(100);
    assertThat(run.path("rowsRead").asLong()).isEqualTo(rows);
    assertThat(run.path("inserted").asLong()).isEqualTo(rows);
    assertThat(run.path("pagesRead").asLong()).isGreaterThan(5);
    assertThat(run.path("error").isNull()).isTrue();
    assertThat(reads.count("pfa_mirror WHERE organization_id <> 'RIO'")).isZero();
    assertThat(reads.count("pfa_mirror_history")).isZero();
    assertThat(reads.count("pfa_sync_log WHERE direction = 'read' AND outcome = 'completed'"))
        .isEqualTo(1);
  }

  @Test
  void readingAgainWhatDidNotChangeWritesNothing() {
    reads.full();
    String before = reads.checksum();

    JsonNode run = reads.full();

    assertThat(run.path("unchanged").asLong()).isEqualTo(run.path("rowsRead").asLong());
    assertThat(reads.checksum()).isEqualTo(before);
  }

  @Test
  void anEditInPemsArrivesWithTheVersionBeforeIt() {
    reads.full();
    String id = reads.id(30);
    PEMS.edit(id, Map.of("description", "edited in PEMS"));

    JsonNode run = reads.full();
    PEMS.edit(id, Map.of("description", "edited again"));
    reads.full();

    assertThat(run.path("changed").asLong()).isEqualTo(1);
    assertThat(run.path("inserted").asLong() + run.path("removed").asLong()).isZero();
    assertThat(descriptions("pfa_mirror", id)).containsExactly("edited again");
    assertThat(descriptions("pfa_mirror_history", id))
        .hasSize(3)
        .endsWith("edited in PEMS", "edited again");
    assertThat(reads.count("pfa_mirror_history WHERE pfa_id <> '" + id + "'")).isZero();
  }

  @Test
  void everyCharacterOfATextArrives() {
    reads.full();
    String odd = "back\\slash \\N\ttab\nline\r\"Größe\" 起重机 🏗";
    PEMS.edit(reads.id(2), Map.of("description", odd, "model", "\\."));

    reads.full();

    assertThat(descriptions("pfa_mirror", reads.id(2))).containsExactly(odd);
    assertThat(reads.count("pfa_mirror WHERE model = E'\\\\.'")).isEqualTo(1);
  }

  @Test
  void anIncrementalReadFetchesOnlyWhatChangedAndRemovesNothing() {
    reads.full();
    PEMS.edit(reads.id(3), Map.of("description", "edited in PEMS"));
    PEMS.delete(reads.id(4));

    JsonNode run = reads.incremental();

    assertThat(run.path("status").asString()).isEqualTo("completed");
    // The newest change of before is read once more: the watermark is inclusive.
    assertThat(run.path("rowsRead").asLong()).isEqualTo(2);
    assertThat(run.path("changed").asLong()).isEqualTo(1);
    assertThat(run.path("removed").asLong()).isZero();
  }

  @Test
  void aFewMissingRecordsAreMarkedAsRemovedAndComeBack() {
    reads.full();
    String id = reads.id(7);
    PEMS.delete(id);

    JsonNode run = reads.full();

    assertThat(run.path("removed").asLong()).isEqualTo(1);
    assertThat(reads.count("pfa_mirror WHERE removed_at IS NOT NULL AND pfa_id = '" + id + "'"))
        .isEqualTo(1);
    assertThat(reads.count("pfa_mirror_history WHERE change_source = 'removed'")).isEqualTo(1);

    PEMS.control("POST", "/reset", Map.of());
    reads.full();
    assertThat(reads.count("pfa_mirror WHERE removed_at IS NOT NULL")).isZero();
  }

  @Test
  void aDraftOutlivesTheRemovalOfItsRecordSaysSoAndIsNotCommitted() {
    reads.full();
    String id = reads.id(7);
    Map<String, ?> change = Map.of("pfaId", id, "fields", Map.of("model", "KEPT"));
    api.post(
        "/api/pfa-data/save-draft", Map.of("organizationId", "RIO", "changes", List.of(change)));
    PEMS.delete(id);
    reads.full();

    JsonNode shown = api.get("/api/pfa-data/" + id + "?organizationId=RIO").body();
    assertThat(shown.path("model").asString()).isEqualTo("KEPT");
    assertThat(shown.path("removed").asBoolean()).isTrue();
    var commit = api.post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO"));
    assertThat(commit.status()).isEqualTo(422);
    assertThat(commit.text()).contains("no longer in PEMS");
  }

  @Test
  void anotherOrganizationsRecordsStayAsTheyAre() {
    reads.ended(reads.start("HOLNG", "full").body().path("syncId").asString());
    String before = reads.checksum();

    reads.full();

    reads.tables().sql("DELETE FROM pfa_mirror WHERE organization_id = 'RIO'").update();
    assertThat(reads.checksum()).isEqualTo(before);
  }

  @Test
  void whatAnEditOfOursChangedMeanwhileIsNotSetBack() {
    reads.full();
    String newer = reads.id(10);
    String same = reads.id(11);
    PEMS.edit(newer, Map.of("description", "edited in PEMS"));
    PEMS.edit(same, Map.of("description", "edited in PEMS"));
    PEMS.faultOnPages(Map.of("kind", "latency", "millis", 150), Map.of());
    String syncId = reads.start("RIO", "full").body().path("syncId").asString();
    await().until(() -> reads.find(syncId).path("rowsRead").asLong() > 20);

    overtake(newer, 100);
    overtake(same, 1);

    assertThat(reads.ended(syncId).path("status").asString()).isEqualTo("completed");
    assertThat(descriptions("pfa_mirror", newer)).containsExactly("written by us");
    assertThat(descriptions("pfa_mirror", same)).containsExactly("written by us");
  }

  @Test
  void onlyOneReadOfAnOrganizationRunsAtATime() {
    PEMS.faultOnPages(Map.of("kind", "latency", "millis", 100), Map.of());
    String first = reads.start("RIO", "full").body().path("syncId").asString();

    var second = reads.start("RIO", "full");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("sync_running");
    assertThat(reads.ended(first).path("status").asString()).isEqualTo("completed");
  }

  @Test
  void aReadWhoseServerDiedIsGivenUpByTheNext() {
    reads
        .tables()
        .sql(
            """
            INSERT INTO pfa_read_sync (organization_id, sync_type, trigger, status, phase, heartbeat_at)
            VALUES ('RIO', 'full', 'manual', 'running', 'reading', now() - interval '61 seconds')
            """)
        .update();

    assertThat(reads.full().path("status").asString()).isEqualTo("completed");
    assertThat(reads.count("pfa_read_sync WHERE error ->> 'code' = 'server_died'")).isEqualTo(1);
  }

  @Test
  void onlyThoseWhoMayRefreshStartReadsAndStrangersFindNone() {
    String holng = reads.start("HOLNG", "full").body().path("syncId").asString();
    reads.ended(holng);
    ApiClient viewer = anybody.as("viewer");
    ApiClient stranger = anybody.as("planner-rio");
    Map<String, String> wish = Map.of("organizationId", "HOLNG", "syncType", "full");

    assertThat(anybody.post("/api/pems/sync", wish).status()).isEqualTo(401);
    assertThat(viewer.post("/api/pems/sync", wish).status()).isEqualTo(403);
    assertThat(stranger.post("/api/pems/sync", wish).status()).isEqualTo(404);
    assertThat(viewer.get("/api/pems/sync/" + holng).status()).isEqualTo(200);
    assertThat(stranger.get("/api/pems/sync/" + holng).status()).isEqualTo(404);
    assertThat(api.get("/api/pems/sync/nonsense").status()).isEqualTo(404);
    assertThat(reads.start("RIO", "half").status()).isEqualTo(400);
  }

  @Test
  void browsersHearHowFarItIsAndWhatItChanged() {
    facts.all.clear();
    JsonNode run = reads.full();

    await().until(() -> facts.all.stream().anyMatch(f -> f.type() == SyncFact.Type.RECORD_CHANGED));
    assertThat(facts.all)
        .filteredOn(fact -> fact.type() == SyncFact.Type.RECORD_CHANGED)
        .singleElement()
        .satisfies(
            fact ->
                assertThat(fact.data().toString())
                    .contains("count=" + run.path("inserted").asLong(), "source=pull"));
    assertThat(facts.all)
        .filteredOn(fact -> fact.type() == SyncFact.Type.SYNC_PROGRESS)
        .last()
        .satisfies(fact -> assertThat(fact.data().toString()).contains("status=completed"));
  }

  private List<String> descriptions(String table, String id) {
    return reads
        .tables()
        .sql("SELECT description FROM " + table + " WHERE pfa_id = ? ORDER BY version")
        .param(id)
        .query(String.class)
        .list();
  }

  /** What the worker does after it wrote a record to PEMS. */
  private void overtake(String id, int versions) {
    reads
        .tables()
        .sql(
            """
            UPDATE pfa_mirror SET description = 'written by us', version = version + ?,
                   refreshed_at = clock_timestamp() WHERE pfa_id = ?
            """)
        .params(versions, id)
        .update();
  }
}
