package com.pfavanguard.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.writeback.ConflictDesk.Met;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A resolution that costs 100,000 or more waits for somebody other than its proposer. */
@ExtendWith(SharedSystem.class)
class SecondPersonTest {
  private static final Map<String, String> USE_LOCAL = Map.of("resolution", "use_local");

  private static ConfigurableApplicationContext worker;

  private final PlannerDesk desk;
  private final ConflictDesk conflicts;

  SecondPersonTest(PlannerDesk desk) {
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

  @Test
  void itIsWrittenOnlyWhenAnotherPersonAgrees() {
    Met met = costly();

    JsonNode proposed = conflicts.resolve(met, USE_LOCAL);

    assertThat(proposed.path("outcome").asString()).isEqualTo("awaiting_approval");
    assertThat(proposed.path("needsSecondPerson").asBoolean()).isTrue();
    assertThat(conflicts.editState(met)).isEqualTo("awaiting_approval");
    assertThat(conflicts.conflictStatus(met)).isEqualTo("unresolved");
    assertThat(conflicts.queue(met)).containsExactly("completed/conflict");
    assertThat(conflicts.detail(met).at("/proposal/by").asString()).isEqualTo("planner");
    assertThat(conflicts.ask("planner", met, "approve", Map.of()).code()).isEqualTo("own_proposal");
    assertThat(conflicts.ask("viewer", met, "approve", Map.of()).status()).isEqualTo(403);
    assertThat(conflicts.ask("admin", met, "resolve", USE_LOCAL).code())
        .isEqualTo("awaiting_approval");

    conflicts.done(conflicts.ask("admin", met, "approve", Map.of("reason", "seen the quote")));

    desk.awaitState(met.pfaId(), "synced");
    assertThat(conflicts.queue(met)).containsExactly("completed/conflict", "completed/synced");
    JsonNode ending = conflicts.detail(met).path("resolution");
    assertThat(ending.path("by").asString()).isEqualTo("planner");
    assertThat(ending.path("approvedBy").asString()).isEqualTo("admin");
    assertThat(conflicts.ask("admin", met, "approve", Map.of()).code())
        .isEqualTo("already_resolved");
  }

  @Test
  void aRefusalNeedsAReasonAndLeavesTheConflictToBeResolvedOtherwise() {
    Met met = costly();
    conflicts.resolve(met, USE_LOCAL);

    assertThat(conflicts.ask("admin", met, "reject", Map.of()).code()).isEqualTo("reason_required");
    conflicts.done(conflicts.ask("admin", met, "reject", Map.of("reason", "no budget")));

    assertThat(conflicts.editState(met)).isEqualTo("conflict");
    assertThat(conflicts.ask("admin", met, "approve", Map.of()).code()).isEqualTo("no_proposal");
    JsonNode done = conflicts.resolve(met, Map.of("resolution", "use_pems"));
    assertThat(done.path("outcome").asString()).isEqualTo("discarded");
  }

  @Test
  void anApprovalOfWhatPemsHasMovedAwayFromIsRefused() {
    Met met = costly();
    conflicts.resolve(met, USE_LOCAL);
    desk.editInPems(met.pfaId(), rate("12.00"));
    desk.system().read("RIO");

    ApiAnswer refused = conflicts.ask("admin", met, "approve", Map.of());

    assertThat(refused.code()).isEqualTo("stale_base");
    assertThat(conflicts.editState(met)).isEqualTo("awaiting_approval");
  }

  @Test
  void aCheapResolutionNeedsNobodyElse() {
    Met met = conflicts.meet(Map.of("model", "OURS"), Map.of("model", "THEIRS"));

    JsonNode preview = conflicts.done(conflicts.ask("planner", met, "preview", USE_LOCAL));

    assertThat(preview.path("needsSecondPerson").asBoolean()).isFalse();
    assertThat(preview.path("costImpact").asString()).isEqualTo("0.00");
    assertThat(preview.path("outcome").asString()).isEqualTo("queued");
  }

  private Met costly() {
    String id = ConflictDesk.freshRental(desk);
    return conflicts.meet(id, rate("9000000.00"), rate("11.00"));
  }

  private static Map<String, String> rate(String amount) {
    return Map.of("monthlyRate", amount);
  }
}
