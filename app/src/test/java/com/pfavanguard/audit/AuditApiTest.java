package com.pfavanguard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaKey;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class AuditApiTest {
  @Autowired ApiClient api;
  @Autowired AuditTrail audit;
  @Autowired Tenancy tenancy;
  @Autowired TestDatabase database;

  private final String record = "P-" + UUID.randomUUID();
  private ApiClient admin;

  @BeforeEach
  void signIn() {
    admin = api.as("admin");
  }

  @AfterEach
  void giveBackWhatWasTaken() {
    revokeFromAdmin("{}");
  }

  @Test
  void pagingVisitsEveryEntryOnceNewestFirstAlsoWithinOneMoment() {
    append(entries(23, "plain"));

    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = list("&limit=5" + cursor);
      page.path("entries").forEach(e -> seen.add(e.path("after").path("model").asString()));
      cursor =
          page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asString();
    } while (!cursor.isEmpty());

    assertThat(seen)
        .containsExactlyElementsOf(
            IntStream.iterate(22, i -> i >= 0, i -> i - 1).mapToObj(i -> "M" + i).toList());
  }

  @Test
  void anEntryTellsWhoWhatBeforeAndAfterExactly() {
    append(entries(1, "words"));

    JsonNode entry = list("").path("entries").path(0);

    assertThat(entry.path("action").asString()).isEqualTo("write_synced");
    assertThat(entry.path("actor").path("kind").asString()).isEqualTo("worker");
    assertThat(entry.path("before").path("monthlyRate").asString()).isEqualTo("3044.00");
    assertThat(entry.path("after").path("monthlyRate").asString()).isEqualTo("3044.000001");
    assertThat(entry.path("after").path("isDiscontinued").asBoolean()).isTrue();
    assertThat(entry.path("detail").path("attempt").asInt()).isEqualTo(1);
    assertThat(entry.path("reason").asString()).isEqualTo("words");
  }

  @Test
  void amountsAreMaskedInListingAndExportForWhoMayNotSeeThem() {
    append(entries(1, "words"));
    revokeFromAdmin("{ViewFinancials}");

    assertThat(list("").path("entries").path(0).path("after").path("monthlyRate").isNull())
        .isTrue();
    assertThat(list("").toString()).doesNotContain("3044.");
    for (String format : List.of("csv", "ndjson")) {
      assertThat(export("format=" + format)).contains(record).doesNotContain("3044.");
    }
  }

  @Test
  void onlyWhoManagesSettingsReadsTheAuditAndOnlyOfTheirOwnOrganizations() {
    for (String path : List.of("/api/audit", "/api/audit/export")) {
      assertThat(api.as("planner").get(path + "?organizationId=RIO").status()).isEqualTo(403);
      assertThat(api.as("planner-rio").get(path + "?organizationId=HOLNG").status()).isEqualTo(404);
      assertThat(api.get(path + "?organizationId=RIO").status()).isEqualTo(401);
    }
    append(entries(1, "words"));
    assertThat(
            admin
                .get("/api/audit?organizationId=HOLNG&pfaId=" + record)
                .body()
                .path("entries")
                .isEmpty())
        .isTrue();
    revokeFromAdmin("{Export}");
    assertThat(admin.get("/api/audit/export?organizationId=RIO").status()).isEqualTo(403);
  }

  @Test
  void anExportOfManyPagesIsCompleteInOrderAndItselfAudited() {
    append(entries(2_500, "many"));

    List<String> models =
        export("format=ndjson")
            .lines()
            .map(line -> JsonMapper.shared().readTree(line))
            .filter(entry -> entry.path("pfaId").asString("").equals(record))
            .map(entry -> entry.path("after").path("model").asString())
            .toList();

    assertThat(models)
        .containsExactlyElementsOf(IntStream.range(0, 2_500).mapToObj(i -> "M" + i).toList());
    assertThat(
            admin
                .get("/api/audit?organizationId=RIO&action=audit_exported&limit=1")
                .body()
                .path("entries")
                .path(0)
                .path("actor")
                .path("name")
                .asString())
        .isEqualTo("admin");
  }

  @Test
  void aSpreadsheetTakesNoCellOfTheExportForAFormula() {
    append(entries(1, "=HYPERLINK(\"http://x\")"));
    append(entries(1, "two\r\nlines, \"quoted\""));

    assertThat(export("format=csv"))
        .contains("\"'=HYPERLINK(\"\"http://x\"\")\"")
        .contains("\"two\r\nlines, \"\"quoted\"\"\"")
        .doesNotContain("\"=HYPERLINK");
  }

  @Test
  void theTimeRangeIncludesItsStartAndNotItsEnd() {
    append(entries(1, "words"));
    String at = list("").path("entries").path(0).path("at").asString();

    assertThat(list("&from=" + at).path("entries")).hasSize(1);
    assertThat(list("&to=" + at).path("entries")).isEmpty();
    assertThat(admin.get("/api/audit?organizationId=RIO&from=yesterday").status()).isEqualTo(400);
    assertThat(admin.get("/api/audit?organizationId=RIO&cursor=x").code()).isEqualTo("bad_cursor");
  }

  private JsonNode list(String more) {
    return admin.get("/api/audit?organizationId=RIO&pfaId=" + record + more).body();
  }

  private String export(String parameters) {
    var answer = admin.get("/api/audit/export?organizationId=RIO&" + parameters);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.text();
  }

  private void append(List<AuditEntry> entries) {
    tenancy.within(
        "RIO",
        () -> {
          audit.append(entries);
          return true;
        });
  }

  private List<AuditEntry> entries(int count, String reason) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                AuditEntry.of(
                        AuditAction.WRITE_SYNCED,
                        new AuditActor.Worker("worker-1"),
                        AuditSubject.edit(new PfaKey("RIO", record), UUID.randomUUID(), null))
                    .because(reason)
                    .change(
                        FieldValues.fromTexts(Map.of("monthlyRate", "3044.00")),
                        FieldValues.fromTexts(
                            Map.of(
                                "monthlyRate", "3044.000001",
                                "isDiscontinued", "true",
                                "model", "M" + i)))
                    .detail(Map.of("attempt", 1)))
        .toList();
  }

  private void revokeFromAdmin(String permissions) {
    database
        .as("owner")
        .sql(
            """
            UPDATE membership SET revoked = ?::text[]
             WHERE organization_id = 'RIO' AND user_id = (SELECT id FROM user_account WHERE username = 'admin')
            """)
        .param(permissions)
        .update();
  }
}
