package com.pfavanguard.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Scripts and formulas in everything a person or PEMS may write: they come back as the text they
 * are, as data that no browser runs and no spreadsheet computes.
 */
@ServerTest
class StoredScriptTest {
  private static final String SCRIPT = "</script><img src=x onerror=alert(document.domain)>";
  private static final List<String> FORMULAS =
      List.of("=HYPERLINK(\"http://evil\",\"x\")", "+1+1", "-2+3|cmd", "@SUM(A1)", "\t=1", "\r=1");

  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  private ApiClient planner;
  private ApiClient admin;

  @BeforeEach
  void plant() {
    new MirrorRows(database)
        .clear()
        .rental(
            "<b>A</b>", Map.of("description", SCRIPT, "category", SCRIPT, "lastChangedBy", SCRIPT));
    planner = api.as("planner");
    admin = api.as("admin");
    ApiAnswer saved =
        planner.post(
            "/api/pfa-data/save-draft",
            Map.of(
                "organizationId",
                "RIO",
                "changes",
                List.of(
                    Map.of(
                        "pfaId",
                        "<b>A</b>",
                        "reason",
                        SCRIPT,
                        "fields",
                        Map.of("areaSilo", "<svg onload=alert(1)>")))));
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
  }

  @Test
  void whatIsShownComesAsDataThatNoBrowserRuns() {
    for (String path :
        List.of(
            "/api/pfa-data?organizationId=RIO",
            "/api/pfa-data/%3Cb%3EA%3C%2Fb%3E?organizationId=RIO",
            "/api/pfa-data/%3Cb%3EA%3C%2Fb%3E/history?organizationId=RIO",
            "/api/pfa-data/%3Cb%3EA%3C%2Fb%3E/sync-explanation?organizationId=RIO",
            "/api/pems/conflicts?organizationId=RIO",
            "/api/pems/sync-logs?organizationId=RIO",
            "/api/audit?organizationId=RIO")) {
      ApiAnswer answer = admin.with("Accept", "text/html,*/*").get(path);
      assertThat(answer.header("Content-Type")).as(path).matches("application/(problem\\+)?json.*");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self';");
    }
    assertThat(
            planner
                .get("/api/pfa-data?organizationId=RIO")
                .body()
                .path("records")
                .path(0)
                .path("description")
                .asString())
        .isEqualTo(SCRIPT);
  }

  @Test
  void whatIsWrongIsNotSentBackAsAPage() {
    for (String path :
        List.of(
            "/api/pfa-data?organizationId=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "/api/pfa-data/%3Cscript%3Ealert(1)%3C%2Fscript%3E?organizationId=RIO",
            "/api/%3Cscript%3Ealert(1)%3C%2Fscript%3E")) {
      ApiAnswer answer = admin.with("Accept", "text/html").get(path);
      assertThat(answer.status()).as(path).isIn(400, 404);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
  }

  @Test
  void anExportHoldsNoFormula() {
    for (String formula : FORMULAS) {
      database
          .as("owner")
          .sql(
              """
              INSERT INTO audit_entry (organization_id, action, actor_kind, actor_id, actor_name, pfa_id, reason)
              VALUES ('RIO', 'x', 'user', :f, :f, :f, :f)
              """)
          .param("f", formula)
          .update();
    }

    String csv = admin.get("/api/audit/export?organizationId=RIO").text();

    assertThat(csv).contains("\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"");
    assertThat(csv.split(",(?=\")|\r\n"))
        .allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)\"?[=+@\\t\\r-].*"));
  }
}
