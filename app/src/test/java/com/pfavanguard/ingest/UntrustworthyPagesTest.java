package com.pfavanguard.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@ServerTest
class UntrustworthyPagesTest {
  private static final TenantPems PEMS = new TenantPems();
  private static final Map<String, Integer> ONCE_LATER = Map.of("from", 3, "to", 3);
  private static final Map<String, Integer> FROM_THEN_ON = Map.of("from", 3);

  @DynamicPropertySource
  static void pems(DynamicPropertyRegistry registry) {
    PEMS.configure(registry);
  }

  @Autowired ApiClient anybody;
  @Autowired TestDatabase database;
  private Reads reads;
  private String before = "";

  /** A mirror with something to lose, and a change waiting in PEMS. */
  @BeforeEach
  void loaded() {
    PEMS.reset();
    reads = new Reads(anybody.as("planner"), new MirrorRows(database).clear().owner());
    assertThat(reads.full().path("status").asString()).isEqualTo("completed");
    PEMS.edit(reads.id(1), Map.of("description", "must not arrive"));
    before = reads.checksum();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(Map.of("kind", "short-page", "honest", true), "page_short"),
        Arguments.of(Map.of("kind", "short-page", "honest", false), "page_lies"),
        Arguments.of(Map.of("kind", "repeated-page"), "page_out_of_sequence"),
        Arguments.of(Map.of("kind", "reordered-page"), "page_out_of_sequence"),
        Arguments.of(Map.of("kind", "count-lie", "by", 3), "page_lies"),
        Arguments.of(Map.of("kind", "truncated-json"), "pems_garbled"),
        Arguments.of(Map.of("kind", "cut-mid-body"), "pems_unavailable"),
        Arguments.of(Map.of("kind", "cut-before-commit"), "pems_unavailable"),
        Arguments.of(Map.of("kind", "http-500"), "pems_unavailable"),
        Arguments.of(Map.of("kind", "http-503"), "pems_unavailable"),
        Arguments.of(Map.of("kind", "http-429"), "pems_rate_limited"),
        Arguments.of(Map.of("kind", "error-alert"), "pems_refused"),
        Arguments.of(Map.of("kind", "session-expiry"), "pems_login"),
        Arguments.of(
            Map.of("kind", "schema-drift", "alias", "pfs_f_rate", "rename", "other"),
            "pems_garbled"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void pagesThatStayBadFailTheReadAndLeaveTheMirrorAsItWas(Map<String, ?> fault, String code) {
    PEMS.faultOnPages(fault, Map.of("schedule", FROM_THEN_ON));

    assertFailed(reads.full(), code);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void oneBadPageIsReadAgainAndNeitherItsRowsNorItsGapsArrive(Map<String, ?> fault, String code) {
    PEMS.faultOnPages(fault, Map.of("schedule", ONCE_LATER));

    JsonNode run = reads.full();

    assertThat(run.path("status").asString()).isEqualTo("completed");
    assertThat(run.path("changed").asLong()).isEqualTo(1);
    assertThat(run.path("removed").asLong() + run.path("inserted").asLong()).isZero();
    assertThat(run.path("passes").asInt()).isEqualTo(code.equals("page_out_of_sequence") ? 2 : 1);
  }

  @Test
  void theFirstAndTheLastPageAreWatchedToo() {
    PEMS.faultOnPages(
        Map.of("kind", "short-page", "honest", true), Map.of("schedule", Map.of("to", 3)));
    assertFailed(reads.full(), "page_short");

    long pages =
        reads.tables().sql("SELECT max(pages_read) FROM pfa_read_sync").query(Long.class).single();
    PEMS.faultOnPages(
        Map.of("kind", "short-page", "honest", false), Map.of("schedule", Map.of("from", pages)));
    assertFailed(reads.full(), "page_lies");
  }

  @Test
  void aCountThatMovesMeanwhileFailsTheRead() {
    PEMS.faultOnCount(Map.of("kind", "count-lie", "by", 1), Map.of("from", 1));
    assertFailed(reads.full(), "count_mismatch");

    PEMS.faultOnCount(Map.of("kind", "count-lie", "by", -1), Map.of("from", 1));
    assertFailed(reads.full(), "count_mismatch");
  }

  @Test
  void aCountThatMovedOnlyOnceLeadsToASecondPass() {
    PEMS.faultOnCount(Map.of("kind", "count-lie", "by", 1), Map.of("from", 3, "to", 3));

    JsonNode run = reads.full();

    assertThat(run.path("status").asString()).isEqualTo("completed");
    assertThat(run.path("passes").asInt()).isEqualTo(2);
  }

  @Test
  void anEmptyAnswerNeverEmptiesTheMirror() {
    long rows = reads.count("pfa_mirror WHERE organization_id = 'RIO'");
    PEMS.faultOnCount(Map.of("kind", "count-lie", "by", -rows), Map.of("from", 1));

    assertFailed(reads.full(), "empty_answer");
  }

  @Test
  void aMassRemovalIsRefused() {
    long rows = reads.count("pfa_mirror WHERE organization_id = 'RIO'");
    for (int place = 0; place <= rows / 10; place++) {
      PEMS.delete(reads.id(place));
    }

    assertFailed(reads.full(), "mass_removal");
  }

  @Test
  void aMassRemovalThatAPersonConfirmsByItsNumberIsDoneAndAnyOtherNumberIsRefused() {
    long rows = reads.count("pfa_mirror WHERE organization_id = 'RIO'");
    long gone = rows / 10 + 2;
    for (int place = 0; place < gone; place++) {
      PEMS.delete(reads.id(place));
    }
    JsonNode refused = reads.full();
    assertThat(refused.at("/error/removals").asLong()).isEqualTo(gone);

    assertFailed(confirmed(gone - 1), "removals_changed");
    PEMS.delete(reads.id((int) gone));
    JsonNode changed = confirmed(gone);
    assertFailed(changed, "removals_changed");
    long now = changed.at("/error/removals").asLong();
    assertThat(now).isEqualTo(gone + 1);

    JsonNode done = confirmed(now);

    assertThat(done.path("status").asString()).isEqualTo("completed");
    assertThat(done.path("removed").asLong()).isEqualTo(now);
    assertThat(done.path("confirmedRemovals").asLong()).isEqualTo(now);
    assertThat(
            reads.count(
                "audit_entry WHERE action = 'read_run' AND actor_name = 'admin' AND reason = 'two projects ended' AND detail ->> 'confirmedRemovals' = '"
                    + now
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void onlyWhoMayDeleteConfirmsRemovalsAndOnlyWithAReasonForAFullRead() {
    assertThat(confirm(anybody.as("viewer"), Map.of("reason", "x")).status()).isEqualTo(403);
    assertThat(confirm(anybody.as("admin"), Map.of()).code()).isEqualTo("reason_required");
    assertThat(confirm(anybody.as("admin"), Map.of("reason", "x", "confirmRemovals", 0)).code())
        .isEqualTo("bad_parameter");
    assertThat(
            confirm(anybody.as("admin"), Map.of("reason", "x", "syncType", "incremental")).code())
        .isEqualTo("bad_parameter");
  }

  private JsonNode confirmed(long removals) {
    ApiAnswer begun =
        confirm(
            anybody.as("admin"),
            Map.of("confirmRemovals", removals, "reason", "two projects ended"));
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    return reads.ended(begun.body().path("syncId").asString());
  }

  private static ApiAnswer confirm(ApiClient api, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>();
    body.putAll(Map.of("organizationId", "RIO", "syncType", "full", "confirmRemovals", 7));
    body.putAll(more);
    return api.post("/api/pems/sync", body);
  }

  private void assertFailed(JsonNode run, String code) {
    assertThat(run.path("error").path("code").asString()).isEqualTo(code);
    assertThat(run.path("status").asString()).isEqualTo("failed");
    assertThat(run.path("error").path("detail").asString()).isNotBlank();
    assertThat(reads.checksum()).isEqualTo(before);
    assertThat(reads.count("pfa_sync_log WHERE direction = 'read' AND outcome = 'failed'"))
        .isPositive();
  }
}
