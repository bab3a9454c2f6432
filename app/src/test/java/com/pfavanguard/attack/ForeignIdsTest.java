package com.pfavanguard.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ids of another organization's things, asked for in the name of one's own. */
@ServerTest
class ForeignIdsTest {
  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  private JdbcClient owner;
  private String draft;

  @BeforeEach
  void holngHasThings() {
    owner =
        new MirrorRows(database)
            .clear()
            .add(
                "HOLNG",
                "H-1",
                1,
                FieldValues.fromTexts(
                    Map.of(
                        "description",
                        "Crane",
                        "isActualized",
                        "false",
                        "isDiscontinued",
                        "false",
                        "isFundsTransferable",
                        "false")))
            .owner();
    ApiAnswer saved =
        api.as("planner")
            .post(
                "/api/pfa-data/save-draft",
                Map.of(
                    "organizationId",
                    "HOLNG",
                    "changes",
                    List.of(Map.of("pfaId", "H-1", "fields", Map.of("areaSilo", "X")))));
    draft = saved.body().path("drafts").path(0).path("modificationId").asString();
    assertThat(draft).isNotEmpty();
  }

  @Test
  void noneOfThemIsThere() {
    String read =
        insert(
            "INSERT INTO pfa_read_sync (organization_id, sync_type, trigger, status, phase, completed_at) VALUES ('HOLNG', 'full', 'manual', 'completed', 'done', now()) RETURNING sync_id::text");
    String compared =
        insert(
            "INSERT INTO pfa_reconciliation (organization_id, trigger, status, completed_at) VALUES ('HOLNG', 'manual', 'completed', now()) RETURNING reconciliation_id::text");
    String conflict =
        insert(
            "INSERT INTO pfa_sync_conflict (organization_id, pfa_id, modification_id, status, fields, base, ours, pems, base_version, pems_version) VALUES ('HOLNG', 'H-1', '"
                + draft
                + "', 'unresolved', '{areaSilo}', '{}', '{}', '{}', 1, 2) RETURNING conflict_id::text");
    String letter =
        insert(
            "INSERT INTO pfa_write_queue (id, organization_id, pfa_id, modification_id, author_id, job_id, status, completed_at) SELECT nextval('pfa_commit_number'), 'HOLNG', 'H-1', modification_id, author_id, gen_random_uuid(), 'failed', now() FROM pfa_modification WHERE modification_id = '"
                + draft
                + "' RETURNING id::text");
    String session =
        insert(
            "SELECT session_id::text FROM user_session WHERE user_id = (SELECT id FROM user_account WHERE username = 'planner') LIMIT 1");
    ApiClient mallory = api.as("planner-rio");
    Digest before = Digest.of(database);

    for (String path :
        List.of(
            "/api/pfa-data/H-1?organizationId=RIO",
            "/api/pfa-data/H-1/history?organizationId=RIO",
            "/api/pems/sync/" + read,
            "/api/pems/reconciliations/" + compared,
            "/api/pems/conflicts/" + conflict,
            "/api/pems/conflicts/" + conflict + "?organizationId=RIO")) {
      assertThat(mallory.get(path).status()).as(path).isEqualTo(404);
    }
    for (String path :
        List.of(
            "/api/pems/conflicts/" + conflict + "/resolve",
            "/api/pems/conflicts/" + conflict + "/preview")) {
      assertThat(
              mallory
                  .post(path, Map.of("organizationId", "RIO", "resolution", "use_pems"))
                  .status())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(
            mallory
                .post(
                    "/api/pems/dead-letters/" + letter + "/replay", Map.of("organizationId", "RIO"))
                .status())
        .isEqualTo(404);
    assertThat(
            mallory
                .post(
                    "/api/pems/dead-letters/" + letter + "/discard",
                    Map.of("organizationId", "RIO", "reason", "x"))
                .status())
        .isEqualTo(404);
    assertThat(mallory.send("DELETE", "/api/auth/sessions/" + session, "").status()).isEqualTo(404);
    String explained = "/api/pfa-data/%s/sync-explanation?organizationId=RIO";
    assertThat(mallory.get(explained.formatted("H-1")).text().replace("H-1", "N-1"))
        .isEqualTo(mallory.get(explained.formatted("N-1")).text());
    assertThat(Digest.of(database)).isEqualTo(before);
  }

  @Test
  void anothersDraftIsNeitherCommittedNorDiscarded() {
    ApiClient mallory = api.as("planner-rio");
    ApiClient colleague = api.as("admin");
    Digest before = Digest.of(database);
    Map<String, Object> mine = Map.of("organizationId", "RIO", "modificationIds", List.of(draft));
    Map<String, Object> theirs =
        Map.of("organizationId", "HOLNG", "modificationIds", List.of(draft, UUID.randomUUID()));

    for (String command : List.of("commit-drafts", "discard-drafts")) {
      assertThat(mallory.post("/api/pfa-data/" + command, mine).text())
          .doesNotContain("\"queuedCount\":1", "\"discardedCount\":1");
      assertThat(colleague.post("/api/pfa-data/" + command, theirs).text())
          .doesNotContain("\"queuedCount\":1", "\"discardedCount\":1");
    }
    assertThat(Digest.of(database)).isEqualTo(before);
  }

  private String insert(String sql) {
    return owner.sql(sql).query(String.class).single();
  }
}
