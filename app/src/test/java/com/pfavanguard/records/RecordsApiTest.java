package com.pfavanguard.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class RecordsApiTest {
  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  private MirrorRows rows;
  private ApiClient planner;

  @BeforeEach
  void clear() {
    rows = new MirrorRows(database).clear();
    planner = api.as("planner");
  }

  @Test
  void costsFollowTheRuleAndTotalsAddTheRoundedCosts() {
    // 100 days / 30.44 x 3044.00 = 10000.00; 99 days of 100.01 = 325.2575... = 325.26
    rows.rental("A", Map.of());
    rows.rental("B", Map.of("monthlyRate", "100.01", "forecastEnd", "2026-04-10"));
    rows.rental("C", Map.of("source", "Purchase", "purchasePrice", "7.005"));

    JsonNode body = planner.get("/api/pfa-data?organizationId=RIO").body();

    assertThat(body.path("records").path(0).path("forecastCost").asString()).isEqualTo("10000.00");
    assertThat(body.path("records").path(1).path("forecastCost").asString()).isEqualTo("325.26");
    assertThat(body.path("records").path(2).path("forecastCost").asString()).isEqualTo("7.01");
    assertThat(body.path("totals").path("forecast").asString()).isEqualTo("10332.27");
    assertThat(body.path("totals").path("count").asInt()).isEqualTo(3);
  }

  @Test
  void actualCostCountsOnlyWhatIsOnSite() {
    rows.rental(
        "A",
        Map.of("isActualized", "true", "actualStart", "2026-01-01", "actualEnd", "2026-01-11"));
    rows.rental("B", Map.of("actualStart", "2026-01-01", "actualEnd", "2026-01-11"));

    JsonNode records = planner.get("/api/pfa-data?organizationId=RIO").body().path("records");

    assertThat(records.path(0).path("actualCost").asString()).isEqualTo("1000.00");
    assertThat(records.path(0).path("variance").asString()).isEqualTo("-9000.00");
    assertThat(records.path(1).path("actualCost").asString()).isEqualTo("0.00");
  }

  @Test
  void pagingBySortVisitsEveryRecordOnceAlsoWithDraftsAndEmptyValues() {
    for (int i = 0; i < 23; i++) {
      rows.rental(
          "P%02d".formatted(i),
          i % 5 == 0
              ? new java.util.HashMap<>(java.util.Collections.singletonMap("equipmentClass", null))
              : Map.of("equipmentClass", "C" + i % 3));
    }
    saveDraft("P03", Map.of("equipmentClass", "C9"));
    saveDraft("P10", Map.of("equipmentClass", "C0"));

    for (String sort :
        List.of("equipmentClass", "-equipmentClass", "pfaId", "-pfaId", "-forecastCost")) {
      List<String> seen = new ArrayList<>();
      String cursor = "";
      do {
        JsonNode page = get("&totals=false&limit=4&sort=" + sort + cursor).ok();
        page.path("records").forEach(record -> seen.add(record.path("pfaId").asString()));
        cursor =
            page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asString();
      } while (!cursor.isEmpty());
      assertThat(seen).as(sort).hasSize(23).doesNotHaveDuplicates();
    }
    assertThat(ids("&sort=-equipmentClass&limit=1")).containsExactly("P03");
  }

  @Test
  void filtersSeeMyDraftsAndNobodyElseDoes() {
    rows.rental("A", Map.of()).rental("B", Map.of());
    saveDraft("A", Map.of("dor", "BEO"));

    assertThat(ids("&filter=dor:eq:BEO")).containsExactly("A");
    assertThat(
            api.as("planner-rio")
                .get("/api/pfa-data?organizationId=RIO&filter=dor:eq:BEO")
                .body()
                .path("records"))
        .isEmpty();
    assertThat(ids("&filter=monthlyRate:gte:3044&filter=description:contains:CRAWLER")).hasSize(2);
    assertThat(ids("&filter=pfaId:in:B,C")).containsExactly("B");
    assertThat(ids("&q=crane")).hasSize(2);
    assertThat(ids("&q=100%25")).isEmpty();
  }

  @Test
  void badQuestionsGetOneClearAnswer() {
    assertThat(get("&filter=dor").code()).isEqualTo("bad_filter");
    assertThat(get("&filter=nothing:eq:1").code()).isEqualTo("bad_filter");
    assertThat(get("&filter=monthlyRate:eq:abc").code()).isEqualTo("bad_filter");
    assertThat(get("&sort=nothing").code()).isEqualTo("bad_sort");
    assertThat(get("&cursor=xyz").code()).isEqualTo("bad_cursor");
    assertThat(get("&limit=5001").code()).isEqualTo("bad_limit");
    assertThat(get("&limit=x").status()).isEqualTo(400);
  }

  @Test
  void aBatchWithOneBadValueSavesNothingAndNamesRecordFieldAndReason() {
    rows.rental("A", Map.of()).rental("B", Map.of());

    ApiAnswer answer =
        planner.post(
            "/api/pfa-data/save-draft",
            Map.of(
                "organizationId",
                "RIO",
                "changes",
                List.of(
                    Map.of("pfaId", "A", "fields", Map.of("forecastEnd", "2026-09-01")),
                    Map.of("pfaId", "B", "fields", Map.of("forecastEnd", "2025-09-01")))));

    assertThat(answer.status()).isEqualTo(422);
    JsonNode error = answer.body().path("errors").path(0);
    assertThat(error.path("index").asInt()).isEqualTo(1);
    assertThat(error.path("pfaId").asString()).isEqualTo("B");
    assertThat(error.path("field").asString()).isEqualTo("forecastEnd");
    assertThat(error.path("code").asString()).isEqualTo("end_before_start");
    assertThat(count("pfa_modification")).isZero();
  }

  @Test
  void badValuesAreNamedByType() {
    rows.rental("A", Map.of());

    assertThat(saveError(Map.of("forecastEnd", "31.12.2026"))).isEqualTo("bad_value");
    assertThat(saveError(Map.of("monthlyRate", "1e999999999"))).isEqualTo("bad_value");
    assertThat(saveError(Map.of("monthlyRate", "1.1234567"))).isEqualTo("bad_value");
    assertThat(saveError(Map.of("description", List.of("x")))).isEqualTo("bad_value");
    assertThat(saveError(Map.of("colour", "red"))).isEqualTo("unknown_field");
    assertThat(saveError(Map.of("planEnd", "2026-01-01"))).isEqualTo("locked");
  }

  @Test
  void decimalsStayExactWhetherSentAsTextOrNumber() {
    rows.rental("A", Map.of());

    ApiAnswer answer =
        planner.send(
            "POST",
            "/api/pfa-data/save-draft",
            """
            {"organizationId": "RIO", "changes": [
              {"pfaId": "A", "fields": {"monthlyRate": 123456789012.123456}}]}
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(record("A").path("monthlyRate").asString()).isEqualTo("123456789012.123456");
  }

  @Test
  void savingTwiceLaysTheSecondEditOverTheFirstAndDiscardRemovesBoth() {
    rows.rental("A", Map.of());
    saveDraft("A", Map.of("dor", "BEO"));
    saveDraft("A", Map.of("monthlyRate", "10"));

    assertThat(record("A").path("dor").asString()).isEqualTo("BEO");
    assertThat(record("A").path("monthlyRate").asString()).isEqualTo("10");
    assertThat(record("A").path("draft").path("fields")).hasSize(2);
    JsonNode before = record("A").path("draft").path("base");
    assertThat(before.path("dor").asString()).isEqualTo("PROJECT");
    assertThat(before.path("monthlyRate").asString()).isEqualTo("3044.00");
    assertThat(before).hasSize(2);
    assertThat(count("pfa_modification")).isEqualTo(1);

    planner.post("/api/pfa-data/discard-drafts", Map.of("organizationId", "RIO"));

    assertThat(record("A").path("dor").asString()).isEqualTo("PROJECT");
    assertThat(record("A").path("syncStatus").asString()).isEqualTo("synced");
  }

  @Test
  void theBaseIsTheVersionTheAuthorWasShownAndAnUnknownOneIsRefused() {
    rows.rental("A", Map.of());

    ApiAnswer answer =
        planner.post(
            "/api/pfa-data/save-draft",
            Map.of(
                "organizationId",
                "RIO",
                "changes",
                List.of(Map.of("pfaId", "A", "baseVersion", 7, "fields", Map.of("dor", "BEO")))));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").path(0).path("code").asString())
        .isEqualTo("unknown_base");
  }

  @Test
  void moneyIsHiddenFromViewersInValuesCostsTotalsSortAndFilter() {
    rows.rental("A", Map.of());
    ApiClient viewer = api.as("viewer");

    ApiAnswer page = viewer.get("/api/pfa-data?organizationId=RIO");

    assertThat(page.text()).doesNotContain("3044").doesNotContain("10000");
    assertThat(page.body().path("totals").path("count").asInt()).isEqualTo(1);
    assertThat(viewer.get("/api/pfa-data?organizationId=RIO&sort=variance").status())
        .isEqualTo(403);
    assertThat(viewer.get("/api/pfa-data?organizationId=RIO&filter=monthlyRate:gt:1").status())
        .isEqualTo(403);
    assertThat(
            viewer
                .post(
                    "/api/pfa-data/save-draft",
                    Map.of("organizationId", "RIO", "changes", List.of()))
                .status())
        .isEqualTo(403);
  }

  @Test
  void theLockedPlanKeepsItsCostWhenTheForecastBecomesAPurchase() {
    rows.rental("A", Map.of());
    saveDraft("A", Map.of("source", "Purchase", "purchasePrice", "7000"));

    assertThat(record("A").path("planCost").asString()).isEqualTo("10000.00");
    assertThat(record("A").path("forecastCost").asString()).isEqualTo("7000.00");
  }

  @Test
  void placeholderDatesAreSortedOverPageEnds() {
    rows.rental("A", Map.of("forecastEnd", "9999-12-31")).rental("B", Map.of());

    String cursor = get("&sort=-forecastEnd&limit=1").body().path("nextCursor").asString();

    assertThat(ids("&sort=-forecastEnd&limit=1&cursor=" + cursor)).containsExactly("B");
    assertThat(saveError(Map.of("forecastEnd", "9999-12-31"))).isEqualTo("bad_value");
  }

  @Test
  void charactersThatCannotBeStoredAreABadRequest() {
    assertThat(get("&q=%00").status()).isEqualTo(400);
    assertThat(get("&cursor=bnVsbA").code()).isEqualTo("bad_cursor");
  }

  @Test
  void anotherOrganizationsRecordsDoNotExist() {
    rows.rental("A", Map.of());
    ApiClient stranger = api.as("planner-rio");

    assertThat(stranger.get("/api/pfa-data?organizationId=HOLNG").status()).isEqualTo(404);
    assertThat(stranger.get("/api/pfa-data/A?organizationId=HOLNG").status()).isEqualTo(404);
    assertThat(planner.get("/api/pfa-data/A?organizationId=HOLNG").status()).isEqualTo(404);
    assertThat(planner.get("/api/pfa-data/A?organizationId=RIO").status()).isEqualTo(200);
  }

  private ApiAnswer get(String query) {
    return planner.get("/api/pfa-data?organizationId=RIO" + query);
  }

  private List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    get(query).body().path("records").forEach(record -> ids.add(record.path("pfaId").asString()));
    return ids;
  }

  private JsonNode record(String pfaId) {
    return planner.get("/api/pfa-data/" + pfaId + "?organizationId=RIO").body();
  }

  private ApiAnswer saveDraft(String pfaId, Map<String, ?> fields) {
    return planner.post(
        "/api/pfa-data/save-draft",
        Map.of(
            "organizationId", "RIO", "changes", List.of(Map.of("pfaId", pfaId, "fields", fields))));
  }

  private String saveError(Map<String, ?> fields) {
    ApiAnswer answer = saveDraft("A", fields);
    assertThat(answer.status()).isEqualTo(422);
    return answer.body().path("errors").path(0).path("code").asString();
  }

  private long count(String table) {
    return rows.owner().sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }
}
