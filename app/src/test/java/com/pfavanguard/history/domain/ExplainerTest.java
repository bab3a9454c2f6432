package com.pfavanguard.history.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.history.domain.Explanation.Cause;
import com.pfavanguard.history.domain.Explanation.State;
import com.pfavanguard.history.domain.SyncFacts.Conflict;
import com.pfavanguard.history.domain.SyncFacts.Edit;
import com.pfavanguard.history.domain.SyncFacts.Mirrored;
import com.pfavanguard.history.domain.SyncFacts.Queued;
import com.pfavanguard.history.domain.SyncFacts.Status;
import com.pfavanguard.history.domain.SyncFacts.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofSeconds(20));
  private static final Instant EARLIER = NOW.minus(Duration.ofSeconds(20));
  private static final Surroundings FINE =
      new Surroundings(true, false, true, List.of(), null, null, null);

  /** Every combination of facts, also those that the database never holds. */
  @Test
  void noCombinationOfFactsIsUnexplainedAndNoneLeavesAPlannerStuck() {
    Set<State> states = EnumSet.noneOf(State.class);
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    int[] combinations = {0};
    everything(
        facts -> {
          combinations[0]++;
          Explanation explanation = Explainer.explain(facts);
          states.add(explanation.state());
          causes.add(explanation.cause());
          assertThat(explanation.message()).as("%s", facts).isNotBlank().doesNotContain("null");
          assertThat(explanation.state()).as("%s", facts).isEqualTo(stateOf(facts));
          boolean over =
              EnumSet.of(State.synced, State.superseded, State.discarded)
                  .contains(explanation.state());
          assertThat(over || explanation.next() != null || !explanation.choices().isEmpty())
              .as("%s: %s", facts, explanation)
              .isTrue();
        });
    assertThat(combinations[0]).isGreaterThan(100_000);
    assertThat(states).containsExactlyInAnyOrder(State.values());
    assertThat(causes).containsExactlyInAnyOrder(Cause.values());
  }

  @Test
  void whatStopsEverybodyIsNamedBeforeWhatStopsThisEdit() {
    Queued retrying = pending(1, LATER, "planner-2");
    assertThat(
            cause(
                retrying,
                new Surroundings(false, true, false, List.of("model"), LATER, LATER, null)))
        .isEqualTo(Cause.auto_sync_off);
    assertThat(
            cause(
                retrying,
                new Surroundings(true, true, false, List.of("model"), LATER, LATER, null)))
        .isEqualTo(Cause.auto_sync_paused);
    assertThat(
            cause(
                retrying,
                new Surroundings(true, false, false, List.of("model"), LATER, LATER, null)))
        .isEqualTo(Cause.no_live_worker);
    assertThat(
            cause(
                retrying,
                new Surroundings(true, false, true, List.of("model"), LATER, LATER, null)))
        .isEqualTo(Cause.schema_hold);
    assertThat(cause(retrying, new Surroundings(true, false, true, List.of(), LATER, LATER, null)))
        .isEqualTo(Cause.connection_broken);
    assertThat(cause(retrying, FINE)).isEqualTo(Cause.behind_earlier_edit);
    assertThat(cause(pending(1, LATER, null), FINE)).isEqualTo(Cause.retry_waiting);
    assertThat(
            cause(
                pending(0, EARLIER, null),
                new Surroundings(true, false, true, List.of(), null, LATER, null)))
        .isEqualTo(Cause.pems_asked_to_wait);
    assertThat(cause(pending(0, EARLIER, null), FINE)).isEqualTo(Cause.its_turn);
  }

  @Test
  void aRetryNamesItsMoment() {
    Explanation explanation =
        Explainer.explain(
            new SyncFacts(
                NOW,
                new Mirrored.Present(3, EARLIER),
                edit(Status.queued),
                pending(2, LATER, null),
                null,
                FINE));
    assertThat(explanation.next()).isEqualTo(new Explanation.Next(Explanation.Step.retry, LATER));
    assertThat(explanation.message()).contains("Attempt 2 failed (PEMS is down)");
  }

  @Test
  void whoProposedAResolutionIsNotOfferedToApproveIt() {
    Conflict own = new Conflict(UUID.randomUUID(), List.of("model"), "JDOE", "planner", true);
    assertThat(
            Explainer.explain(
                    new SyncFacts(
                        NOW,
                        new Mirrored.Present(3, EARLIER),
                        edit(Status.awaiting_approval),
                        null,
                        own,
                        FINE))
                .choices())
        .doesNotContain(Explanation.Choice.approve_resolution);
  }

  private static Cause cause(Queued queue, Surroundings surroundings) {
    return Explainer.explain(
            new SyncFacts(
                NOW,
                new Mirrored.Present(3, EARLIER),
                edit(Status.queued),
                queue,
                null,
                surroundings))
        .cause();
  }

  private static State stateOf(SyncFacts facts) {
    Edit edit = facts.edit();
    if (edit != null) {
      return edit.status() == Status.failed
          ? State.dead_letter
          : State.valueOf(edit.status().name());
    }
    return switch (facts.record()) {
      case Mirrored.NeverRead() -> State.never_read;
      case Mirrored.Present present -> State.synced;
      case Mirrored.Removed removed -> State.tombstone;
    };
  }

  private static void everything(Consumer<SyncFacts> told) {
    List<@Nullable Edit> edits = new ArrayList<>();
    edits.add(null);
    for (Status status : Status.values()) {
      edits.add(edit(status));
      edits.add(
          new Edit(
              UUID.randomUUID(), status, true, "planner", 3, EARLIER, 4L, 0, "admin", null, "why"));
      edits.add(
          new Edit(
              UUID.randomUUID(), status, true, "planner", 3, EARLIER, 5L, 2, null, null, null));
    }
    for (Mirrored record :
        List.of(
            new Mirrored.NeverRead(),
            new Mirrored.Present(3, EARLIER),
            new Mirrored.Present(2, EARLIER),
            new Mirrored.Removed(3, EARLIER))) {
      for (@Nullable Edit edit : edits) {
        for (@Nullable Queued queue : queues()) {
          for (@Nullable Conflict conflict : conflicts()) {
            for (Surroundings surroundings : surroundings()) {
              told.accept(new SyncFacts(NOW, record, edit, queue, conflict, surroundings));
            }
          }
        }
      }
    }
  }

  private static Edit edit(Status status) {
    return new Edit(
        UUID.randomUUID(), status, false, "planner", 2, EARLIER, null, 0, null, null, null);
  }

  private static Queued pending(int attempts, Instant scheduled, @Nullable String earlier) {
    return new Queued(
        7,
        "pending",
        attempts,
        scheduled,
        null,
        null,
        attempts == 0 ? null : "unavailable",
        attempts == 0 ? null : "PEMS is down",
        earlier,
        4);
  }

  private static List<@Nullable Queued> queues() {
    return Arrays.asList(
        null,
        pending(0, EARLIER, null),
        pending(1, LATER, null),
        pending(1, EARLIER, "planner-2"),
        new Queued(7, "pending", 0, EARLIER, null, null, null, null, null, 0),
        new Queued(7, "pending", 1, LATER, null, null, null, null, null, 0),
        new Queued(7, "processing", 0, EARLIER, LATER, "w1", null, null, null, 0),
        new Queued(7, "processing", 0, EARLIER, EARLIER, "w1", null, null, null, 0),
        new Queued(7, "processing", 0, EARLIER, null, null, null, null, null, 0),
        new Queued(7, "completed", 0, EARLIER, null, null, null, null, null, 0),
        new Queued(7, "failed", 4, EARLIER, null, null, "unavailable", "PEMS is down", null, 0),
        new Queued(7, "failed", 1, EARLIER, null, null, "rejected", "not a valid class", null, 0),
        new Queued(7, "failed", 1, EARLIER, null, null, "rejected", null, null, 0),
        new Queued(7, "failed", 4, EARLIER, null, null, null, null, null, 0));
  }

  private static List<@Nullable Conflict> conflicts() {
    UUID id = UUID.randomUUID();
    return Arrays.asList(
        null,
        new Conflict(id, List.of("model"), "JDOE", null, false),
        new Conflict(id, List.of("model"), null, "planner", true),
        new Conflict(id, List.of(), "JDOE", "planner", false));
  }

  private static List<Surroundings> surroundings() {
    List<Surroundings> all = new ArrayList<>();
    for (int bits = 0; bits < 128; bits++) {
      all.add(
          new Surroundings(
              (bits & 1) == 0,
              (bits & 2) != 0,
              (bits & 4) == 0,
              (bits & 8) == 0 ? List.of() : List.of("model"),
              (bits & 16) == 0 ? null : LATER,
              (bits & 32) == 0 ? null : LATER,
              (bits & 64) == 0 ? null : LATER));
    }
    return all;
  }
}
