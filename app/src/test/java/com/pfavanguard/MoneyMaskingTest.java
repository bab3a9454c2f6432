package com.pfavanguard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.identity.Permission;
import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.LiveReader;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who may do everything but see money asks for everything there is. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoneyMaskingTest {
  private static final List<Integer> OK = List.of(200, 404, 409);

  private static final List<String> MONEY =
      List.of(
          "monthlyRate",
          "purchasePrice",
          "planMonthlyRate",
          "planPurchasePrice",
          "planCost",
          "forecastCost",
          "actualCost",
          "variance");

  private static final List<String> QUESTIONS =
      List.of(
          "GET /api/pfa-data?organizationId=ORG&sort=pfaId&limit=1",
          "GET /api/pfa-data?organizationId=ORG&search=Crane&filter=source:in:Purchase",
          "GET /api/pems/conflicts?organizationId=ORG&status=unresolved",
          "GET /api/pems/dead-letters?cause=rejected",
          "GET /api/audit/export?organizationId=ORG&format=ndjson",
          "GET /api/pfa-data/A-1/sync-explanation?organizationId=ORG&modificationId=FAILED",
          "GET /api/audit?organizationId=ORG&pfaId=A-1");

  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  MoneyEverywhere own;
  MoneyEverywhere foreign;
  ApiClient blind;
  ApiClient seeing;

  @BeforeAll
  void fill() {
    clear();
    own = new MoneyEverywhere(database, "RIO", 900_001);
    foreign = new MoneyEverywhere(database, "HOLNG", 900_002);
    String all =
        Arrays.stream(Permission.values()).map(Enum::name).collect(Collectors.joining(","));
    access("planner-rio", all, "ViewFinancials");
    blind = api.as("planner-rio");
    seeing = api.as("admin");
  }

  @AfterAll
  void empty() {
    access("planner-rio", "", "");
    clear();
  }

  @Test
  void noAnswerHoldsAnAmountWithoutViewFinancials() {
    Set<String> leaks = new TreeSet<>();
    Set<String> shown = new TreeSet<>();
    questions()
        .forEach(
            question -> {
              ApiAnswer answer = ask(blind, question);
              if (leaks(answer)) {
                leaks.add(question);
              }
              if (leaks(ask(seeing, question))) {
                shown.add(question.replaceFirst("^(\\w+ [^? ]+).*", "$1"));
              }
            });

    assertThat(leaks).as("answers with an amount").isEmpty();
    // The same questions by somebody who sees money: else this test would prove nothing.
    assertThat(shown)
        .contains(
            "GET /api/pfa-data",
            "GET /api/pfa-data/A-1",
            "GET /api/pfa-data/A-1/history",
            "GET /api/pfa-data/A-1/sync-explanation",
            "GET /api/pems/conflicts",
            "GET /api/pems/conflicts/ID",
            "GET /api/pems/dead-letters",
            "GET /api/pems/sync-logs",
            "GET /api/pems/reconciliations/ID",
            "GET /api/audit",
            "GET /api/audit/export",
            "POST /api/pems/conflicts/ID/preview");
  }

  @Test
  void amountsCannotBeLearnedBySortingFilteringOrEditing() {
    String list = "/api/pfa-data?organizationId=RIO";
    for (String column : MONEY) {
      assertThat(blind.get(list + "&sort=-" + column).status()).as("sort " + column).isEqualTo(403);
      for (String condition : List.of("gte:1", "in:1,2", "notempty", "ne:0")) {
        assertThat(blind.get(list + "&filter=" + column + ":" + condition).status())
            .as(column + " " + condition)
            .isEqualTo(403);
      }
    }
    for (Object value : new Object[] {"-1", "none", MoneyEverywhere.CANARY}) {
      ApiAnswer refused =
          blind.post(
              "/api/pfa-data/save-draft",
              Map.of(
                  "organizationId",
                  "RIO",
                  "changes",
                  List.of(Map.of("pfaId", "A-1", "fields", Map.of("purchasePrice", value)))));
      assertThat(refused.status()).isBetween(400, 499);
      assertThat(refused.text()).doesNotContain(MoneyEverywhere.CANARY + ".17");
    }
  }

  @Test
  void aCursorOfSomebodyWhoSeesMoneyOpensNothing() {
    new MirrorRows(database).rental("B-2", Map.of());
    String listing = "/api/pfa-data?organizationId=RIO&limit=1&sort=purchasePrice";
    String cursor = seeing.get(listing).body().path("nextCursor").asString("");

    assertThat(cursor).isNotEmpty();
    assertThat(blind.get(listing + "&cursor=" + cursor).status()).isEqualTo(403);
    ApiAnswer other = blind.get("/api/pfa-data?organizationId=RIO&limit=1&cursor=" + cursor);
    assertThat(other.status()).isEqualTo(400);
  }

  @Test
  void eventsNameRecordsAndNeverAmounts() {
    try (LiveReader live =
        LiveReader.open(api, api.login("planner-rio").body().path("token").asString())
            .subscribe("RIO")) {
      live.await("SUBSCRIBED");
      new MirrorRows(database).rental("C-3", Map.of());
      ApiAnswer saved =
          seeing.post(
              "/api/pfa-data/save-draft",
              Map.of(
                  "organizationId",
                  "RIO",
                  "changes",
                  List.of(
                      Map.of(
                          "pfaId",
                          "C-3",
                          "fields",
                          Map.of("monthlyRate", MoneyEverywhere.CANARY)))));
      assertThat(saved.status()).isEqualTo(200);
      seeing.post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO"));

      live.await("SYNC_QUEUED");
      assertThat(live.messages().toString()).doesNotContain(MoneyEverywhere.CANARY);
      assertThat(ask(blind, "GET /api/pfa-data/C-3?organizationId=ORG").text())
          .contains("queued")
          .doesNotContain(MoneyEverywhere.CANARY);
    }
  }

  @Test
  void theIdsOfAnotherOrganizationOpenNothing() {
    Endpoints.all().stream()
        .filter(endpoint -> endpoint.address().matches(".*(ID|NUMBER).*"))
        .filter(endpoint -> !endpoint.address().startsWith("/api/users"))
        .filter(endpoint -> !endpoint.address().startsWith("/api/auth"))
        .filter(endpoint -> !endpoint.address().startsWith("/api/pems"))
        .forEach(
            endpoint -> {
              ApiAnswer answer =
                  blind.send(
                      endpoint.method(),
                      foreign.fill(endpoint.address()).replace("ORG", "RIO"),
                      endpoint.body("RIO"));
              assertThat(answer.status()).as(endpoint.toString()).isEqualTo(404);
              assertThat(leaks(answer)).as(endpoint.toString()).isFalse();
            });
  }

  private static Stream<String> questions() {
    return Stream.concat(
        QUESTIONS.stream(),
        Endpoints.all().stream()
            .filter(each -> each.method().equals("GET") || each.address().contains("preview"))
            .filter(each -> !each.administrator())
            .map(each -> each + " " + each.template()));
  }

  private ApiAnswer ask(ApiClient client, String question) {
    String[] parts = question.split(" ", 3);
    ApiAnswer answer =
        client.send(
            parts[0],
            own.fill(parts[1]).replace("ORG", "RIO"),
            parts.length > 2 ? parts[2].replace("ORG", "RIO") : "");
    // Whoever does not see money decides nothing about it either, and so previews no decision.
    boolean decision = question.contains("preview") && client == blind;
    assertThat(answer.status()).as(question).isIn(decision ? List.of(200, 403, 404, 409) : OK);
    return answer;
  }

  private static boolean leaks(ApiAnswer answer) {
    String digits = (answer.text() + answer.headers().map()).replaceAll("(?<=\\d)[,' ](?=\\d)", "");
    return digits.contains(MoneyEverywhere.CANARY)
        || digits.contains(Long.toString(Long.parseLong(MoneyEverywhere.CANARY) - 1));
  }

  private void access(String username, String granted, String revoked) {
    database
        .as("owner")
        .sql(
            """
            UPDATE membership SET granted = string_to_array(?, ','), revoked = string_to_array(?, ',')
             WHERE user_id = (SELECT id FROM user_account WHERE username = ?)
            """)
        .param(granted)
        .param(revoked)
        .param(username)
        .update();
  }

  private void clear() {
    new MirrorRows(database).clear();
    for (String table : new String[] {"pfa_reconciliation_drift", "pfa_reconciliation"}) {
      database.as("owner").sql("DELETE FROM " + table).update();
    }
  }
}
