package com.pfavanguard.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Records that change, come and go while they are read. */
@ServerTest
class MovingRecordsTest {
  private static final TenantPems PEMS = new TenantPems();

  @DynamicPropertySource
  static void pems(DynamicPropertyRegistry registry) {
    PEMS.configure(registry);
  }

  @Autowired ApiClient anybody;
  @Autowired TestDatabase database;
  private Reads reads;

  @BeforeEach
  void loaded() {
    PEMS.reset();
    reads = new Reads(anybody.as("planner"), new MirrorRows(database).clear().owner());
    assertThat(reads.full().path("status").asString()).isEqualTo("completed");
  }

  @Test
  void fiveHundredEditsWhilePagesAreReadAreAllInTheMirrorAtTheEnd() {
    editBeforeEachOfThePages(5, 100);

    JsonNode run = reads.full();

    assertThat(run.path("status").asString()).isEqualTo("completed");
    assertThat(run.path("caughtUp").asLong()).isPositive();
    assertThat(PEMS.writes("EDIT")).hasSizeGreaterThanOrEqualTo(500);
    assertMirrorIsPems();
  }

  @Test
  void aRecordThatCameForOneThatWentWhilePagesAreReadIsNoticed() {
    String gone = reads.id(5);
    PEMS.faultOnPages(
        Map.of("kind", "latency", "millis", 300), Map.of("schedule", Map.of("to", 5)));
    long before = PEMS.requests();
    String syncId = reads.start("RIO", "full").body().path("syncId").asString();
    // The count, the head and two pages: both are behind the reader's back, and no page shifts.
    await().pollInterval(Duration.ofMillis(5)).until(() -> PEMS.requests() >= before + 4);
    PEMS.delete(gone);
    PEMS.add("AAA-" + gone);

    JsonNode run = reads.ended(syncId);

    assertThat(run.path("status").asString()).isEqualTo("completed");
    assertThat(run.path("passes").asInt()).isEqualTo(2);
    assertThat(reads.count("pfa_mirror WHERE removed_at IS NOT NULL")).isEqualTo(1);
    assertThat(reads.count("pfa_mirror WHERE pfa_id LIKE 'AAA-%'")).isEqualTo(1);
    assertMirrorIsPems();
  }

  @Test
  void aRecordThatWentWhilePagesAreReadTakesNoOtherWithIt() {
    String gone = reads.id(5);
    PEMS.faultOnPages(
        Map.of("kind", "latency", "millis", 300), Map.of("schedule", Map.of("to", 5)));
    long before = PEMS.requests();
    String syncId = reads.start("RIO", "full").body().path("syncId").asString();
    await().pollInterval(Duration.ofMillis(5)).until(() -> PEMS.requests() >= before + 4);
    PEMS.delete(gone);

    assertThat(reads.ended(syncId).path("passes").asInt()).isEqualTo(2);
    assertThat(reads.count("pfa_mirror WHERE removed_at IS NOT NULL")).isEqualTo(1);
    assertMirrorIsPems();
  }

  @Test
  void theNextIncrementalReadFindsWhatChangedThoughThePemsClockIsAnHourFast() {
    PEMS.faultOnPages(Map.of("kind", "clock-skew", "seconds", 3600), Map.of());
    assertThat(reads.full().path("status").asString()).isEqualTo("completed");
    PEMS.edit(reads.id(9), Map.of("description", "stamped by a slower clock"));

    assertThat(reads.incremental().path("changed").asLong()).isEqualTo(1);
  }

  /** As many PEMS users as told each edit some record of the organization before these pages. */
  private static void editBeforeEachOfThePages(int pages, int users) {
    List<Map<String, ?>> faults = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      faults.add(
          Map.of(
              "kind",
              "concurrent-edit",
              "user",
              "USER" + user,
              "fields",
              Map.of("description", "edited by " + user)));
    }
    PEMS.faultsOnPages(faults, Map.of("schedule", Map.of("to", pages)));
  }

  /** By PEMS's own log of accepted writes, and by reading everything once more. */
  private void assertMirrorIsPems() {
    Map<String, Long> versions = new HashMap<>();
    PEMS.writes("EDIT")
        .forEach(
            write -> versions.put(write.path("pfaId").asString(), write.path("recordid").asLong()));
    versions.forEach(
        (id, version) ->
            assertThat(
                    reads.count(
                        "pfa_mirror WHERE pfa_id = '%s' AND (version = %d OR removed_at IS NOT NULL)"
                            .formatted(id, version)))
                .as(id)
                .isEqualTo(1));
    JsonNode again = reads.full();
    assertThat(again.path("unchanged").asLong()).isEqualTo(again.path("rowsRead").asLong());
    assertThat(again.path("removed").asLong()).isZero();
  }
}
