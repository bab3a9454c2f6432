package com.pfavanguard.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@ServerTest
class ReconciliationTest {
  private static final TenantPems PEMS = new TenantPems();

  @DynamicPropertySource
  static void pems(DynamicPropertyRegistry registry) {
    PEMS.configure(registry);
  }

  @Autowired ApiClient anybody;
  @Autowired TestDatabase database;
  private ApiClient api;
  private Reads reads;
  private List<String> ids = List.of();

  @BeforeEach
  void loaded() {
    PEMS.reset();
    api = anybody.as("planner");
    reads = new Reads(api, new MirrorRows(database).clear().owner());
    reads.tables().sql("TRUNCATE pfa_reconciliation CASCADE").update();
    assertThat(reads.full().path("status").asString()).isEqualTo("completed");
    ids = IntStream.range(0, 80).mapToObj(reads::id).toList();
  }

  @Test
  void aMirrorThatIsAsPemsHasNoDrift() {
    String before = reads.checksum();

    JsonNode found = reconcile();

    assertThat(found.path("recordsCompared").asLong())
        .isEqualTo(reads.count("pfa_mirror WHERE organization_id = 'RIO'"));
    assertThat(sum(found)).isZero();
    assertThat(reads.checksum()).isEqualTo(before);
  }

  @Test
  void aHundredDriftsOfEveryClassAreFoundTheSafeOnesHealedAndOnlyTheRestFoundAgain() {
    seedAHundredDrifts();

    JsonNode first = reconcile();
    assertCounts(first, 20, 20, 30, 30, 60);
    List<JsonNode> drifts = drifts(first);
    assertThat(drifts).hasSize(100);
    assertThat(drifts).filteredOn(cause("behind")).hasSize(45).allMatch(healed());
    assertThat(drifts).filteredOn(cause("altered")).hasSize(15).allMatch(healed());
    assertThat(drifts).filteredOn(cause("ahead")).hasSize(15).noneMatch(healed());
    assertThat(drifts).filteredOn(cause("own_edit_pending")).hasSize(5).noneMatch(healed());
    assertThat(drifts).filteredOn(cause("gone_from_pems")).hasSize(20).noneMatch(healed());
    assertThat(drifts).allMatch(drift -> !drift.path("explanation").asString().isBlank());

    JsonNode second = reconcile();
    assertCounts(second, 0, 20, 5, 15, 0);
    assertThat(drifts(second)).hasSize(40);
    assertThat(reads.count("pfa_mirror WHERE description = 'altered by hand'")).isZero();
    assertThat(reads.count("pfa_mirror WHERE description = 'edited in PEMS'")).isEqualTo(10);
  }

  @Test
  void aDriftShowsTheDifferingFieldsOfBothSidesAndNoAmountToThoseWhoMayNotSeeIt() {
    reads
        .tables()
        .sql("UPDATE pfa_mirror SET monthly_rate = 1.5, model = 'X' WHERE pfa_id = ?")
        .param(ids.get(3))
        .update();

    String id = reconcile().path("reconciliationId").asString();

    JsonNode drift = detail(api, id).path("drifts").path(0);
    assertThat(drift.path("pfaId").asString()).isEqualTo(ids.get(3));
    assertThat(field(drift, "monthlyRate").path("mirror").asString()).isEqualTo("1.5");
    assertThat(field(drift, "model").path("mirror").asString()).isEqualTo("X");
    JsonNode masked = detail(anybody.as("viewer"), id).path("drifts").path(0);
    assertThat(field(masked, "monthlyRate").path("mirror").isNull()).isTrue();
    assertThat(field(masked, "model").path("mirror").asString()).isEqualTo("X");
  }

  @Test
  void theMetricCountsWhatWasLeftOpen() {
    reads.tables().sql("DELETE FROM pfa_mirror WHERE pfa_id = ?").param(ids.get(0)).update();
    extra(3);

    reconcile();

    await()
        .untilAsserted(
            () ->
                assertThat(violations())
                    .contains("check=\"extra\"} 3.0", "check=\"missing\"} 0.0")
                    .contains("check=\"field_differs\"} 0.0", "check=\"version_differs\"} 0.0"));
  }

  @Test
  void aComparisonThatCannotTrustPemsFailsAndChangesNothing() {
    extra(1);
    String before = reads.checksum();
    PEMS.faultOnPages(Map.of("kind", "short-page", "honest", true), Map.of());

    JsonNode found = reconcile();

    assertThat(found.path("status").asString()).isEqualTo("failed");
    assertThat(found.path("error").path("code").asString()).isEqualTo("page_short");
    assertThat(reads.checksum()).isEqualTo(before);
  }

  @Test
  void onlyThoseWhoMayRefreshCompareAndStrangersFindNone() {
    String id = reconcile().path("reconciliationId").asString();
    Map<String, String> wish = Map.of("organizationId", "RIO");
    ApiClient viewer = anybody.as("viewer");

    assertThat(anybody.post("/api/pems/reconciliations", wish).status()).isEqualTo(401);
    assertThat(viewer.post("/api/pems/reconciliations", wish).status()).isEqualTo(403);
    assertThat(viewer.get("/api/pems/reconciliations/" + id).status()).isEqualTo(200);
    assertThat(
            viewer
                .get("/api/pems/reconciliations?organizationId=RIO")
                .body()
                .path("reconciliations"))
        .isNotEmpty();
    ApiClient stranger = anybody.as("planner-rio");
    Map<String, String> other = Map.of("organizationId", "HOLNG");
    assertThat(stranger.post("/api/pems/reconciliations", other).status()).isEqualTo(404);
    assertThat(stranger.get("/api/pems/reconciliations?organizationId=HOLNG").status())
        .isEqualTo(404);
    assertThat(api.get("/api/pems/reconciliations/nonsense").status()).isEqualTo(404);
  }

  /** 20 missing, 20 extra, 30 with other values, 30 with another version. */
  private void seedAHundredDrifts() {
    mirror("DELETE FROM pfa_mirror WHERE pfa_id = ANY (?)", 0, 20);
    ids.subList(20, 30).forEach(id -> PEMS.edit(id, Map.of("description", "edited in PEMS")));
    mirror("UPDATE pfa_mirror SET description = 'altered by hand' WHERE pfa_id = ANY (?)", 30, 45);
    mirror("UPDATE pfa_mirror SET version = version - 1 WHERE pfa_id = ANY (?)", 45, 60);
    mirror("UPDATE pfa_mirror SET version = version + 5 WHERE pfa_id = ANY (?)", 60, 75);
    ids.subList(75, 80).forEach(this::editedOnBothSides);
    extra(20);
  }

  private void editedOnBothSides(String id) {
    api.post(
        "/api/pfa-data/save-draft",
        Map.of(
            "organizationId",
            "RIO",
            "changes",
            List.of(Map.of("pfaId", id, "fields", Map.of("model", "OURS")))));
    ApiAnswer answer = api.post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    PEMS.edit(id, Map.of("description", "theirs"));
  }

  private void mirror(String sql, int from, int to) {
    int changed =
        reads.tables().sql(sql).param(ids.subList(from, to).toArray(String[]::new)).update();
    assertThat(changed).isEqualTo(to - from);
  }

  private void extra(int records) {
    reads
        .tables()
        .sql(
            """
            INSERT INTO pfa_mirror (organization_id, pfa_id, version, content_hash, refreshed_at)
            SELECT 'RIO', 'ZZZ-' || n, 1, gen_random_uuid(), now() FROM generate_series(1, ?) n
            """)
        .param(records)
        .update();
  }

  private JsonNode reconcile() {
    ApiAnswer begun = api.post("/api/pems/reconciliations", Map.of("organizationId", "RIO"));
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    String id = begun.body().path("reconciliationId").asString();
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> detail(api, id).path("reconciliation"),
            found -> !found.path("status").asString().equals("running"));
  }

  /** All of them, page by page. */
  private List<JsonNode> drifts(JsonNode reconciliation) {
    List<JsonNode> all = new ArrayList<>();
    String path = "/api/pems/reconciliations/" + reconciliation.path("reconciliationId").asString();
    String cursor = "0";
    while (!cursor.isEmpty()) {
      JsonNode page = api.get(path + "?limit=30&cursor=" + cursor).body();
      page.path("drifts").forEach(all::add);
      cursor = page.path("nextCursor").asString("");
    }
    return all;
  }

  private static JsonNode detail(ApiClient reader, String id) {
    return reader.get("/api/pems/reconciliations/" + id).body();
  }

  private static void assertCounts(
      JsonNode found, long missing, long extra, long fields, long versions, long healed) {
    assertThat(found.path("status").asString()).isEqualTo("completed");
    assertThat(found.path("missing").asLong()).as("missing").isEqualTo(missing);
    assertThat(found.path("extra").asLong()).as("extra").isEqualTo(extra);
    assertThat(found.path("fieldDiffers").asLong()).as("fieldDiffers").isEqualTo(fields);
    assertThat(found.path("versionDiffers").asLong()).as("versionDiffers").isEqualTo(versions);
    assertThat(found.path("healed").asLong()).as("healed").isEqualTo(healed);
  }

  private static long sum(JsonNode found) {
    return found.path("missing").asLong()
        + found.path("extra").asLong()
        + found.path("fieldDiffers").asLong()
        + found.path("versionDiffers").asLong();
  }

  private static Predicate<JsonNode> cause(String cause) {
    return drift -> drift.path("cause").asString().equals(cause);
  }

  private static Predicate<JsonNode> healed() {
    return drift -> drift.path("healed").asBoolean();
  }

  private static JsonNode field(JsonNode drift, String name) {
    return drift
        .path("fields")
        .valueStream()
        .filter(field -> field.path("field").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Autowired io.micrometer.prometheusmetrics.PrometheusMeterRegistry meters;

  private String violations() {
    return meters
        .scrape()
        .lines()
        .filter(line -> line.startsWith("pfa_data_integrity_violations{"))
        .reduce("", (all, line) -> all + line + "\n");
  }
}
