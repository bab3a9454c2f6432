package com.pfavanguard.release.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.people.Statement.Kind;
import com.pfavanguard.release.story.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {
  @TempDir private Path folder;
  private Rehearsal release;

  @BeforeEach
  void prepare() {
    release = Rehearsal.brief(folder);
    release.crew.willing();
  }

  @Test
  void errorsAfterCompletionSendAllBackWithinTenSecondsAndNobodyIsAsked() {
    Instant[] bad = new Instant[1];
    release.world.metrics.put(
        "errors",
        query -> {
          boolean now = isComplete(release.story());
          bad[0] = now && bad[0] == null ? release.pace.now() : bad[0];
          return new Reading.Share(now ? 600 : 0, 5_000);
        });

    assertThat(release.run()).isEqualTo("rolled back");

    assertThat(release.entries("held")).isEmpty();
    assertThat(Duration.between(Objects.requireNonNull(bad[0]), release.at("going_back")))
        .isLessThanOrEqualTo(Duration.ofSeconds(10));
    assertThat(release.world.state)
        .containsEntry("backend", "old")
        .containsEntry("worker", "old")
        .containsEntry("flag", "enabled")
        .containsEntry("schema", "grown"); // a migration only adds, and stays
  }

  @Test
  void afterARollbackOnlyWhatMustBeRecordedToldAndSignedIsDone() {
    release.world.level("dead-workers", "1 count");
    release.run();
    assertThat(release.world.effects).contains("message regrets sent");
    assertThat(release.story().step("signed").orElseThrow().isEnded()).isTrue();
    assertThat(release.story().step("quick")).isEmpty();
  }

  /** The numbers of the others are untouched: nothing was done to them. */
  @Test
  void aWorkerGoesBackAloneWhenThePreviousVersionIsProvedOnTheSchema() {
    release.world.metrics.put(
        "dead-workers", query -> level(isComplete(release.story()) ? "1 count" : "0 count"));
    release.run();
    assertThat(release.world.effects.subList(6, release.world.effects.size()))
        .containsExactly("worker old", "message regrets sent");
  }

  @Test
  void aPartGoesBackWithAllOthersWhenThatIsNotProved() {
    release.world.refusals.put("smoke.run", "the previous version fails on the new schema");
    release.crew.when(
        story -> story.hold("schema-proved").isPresent(), "Lea", Kind.rollback, "worker", "worker");
    assertThat(release.run()).isEqualTo("rolled back");
    assertThat(release.entries("going_back").getFirst().body().path("scope").asString())
        .isEqualTo("all");
    assertThat(release.world.state).containsEntry("flag", "enabled");
  }

  @Test
  void aTriggerInterruptsAnActThatTakesLong() {
    release.world.durations.put("schema.grow", Duration.ofMinutes(4));
    release.world.metrics.put("errors", query -> new Reading.Share(has("schema") ? 600 : 0, 5_000));
    release.run();
    Entry intended =
        release.entries("act_intended").stream()
            .filter(entry -> entry.body().path("step").asString().equals("schema"))
            .findFirst()
            .orElseThrow();
    assertThat(Duration.between(intended.at(), release.at("going_back")))
        .isLessThanOrEqualTo(Duration.ofSeconds(10));
  }

  private boolean has(String step) {
    return release.story().step(step).isPresent();
  }

  @Test
  void aConditionalTriggerHoldsAndWithoutAnAnswerDoesWhatWasDeclared() {
    release.world.metrics.put(
        "queue", query -> level(isComplete(release.story()) ? "2000 count" : "3 count"));
    assertThat(release.run()).isEqualTo("rolled back");
    Entry held = release.entries("held").getFirst();
    Entry decided = release.entries("decided").getFirst();
    assertThat(Duration.between(held.at(), decided.at())).isEqualTo(Duration.ofMinutes(10));
    assertThat(decided.body().path("by").asString()).isEqualTo("nobody");
    assertThat(release.entries("going_back").getFirst().body().path("scope").asString())
        .isEqualTo("worker");
  }

  @Test
  void aPersonMayDecideToGoOnAndIsNotAskedAgainAtOnce() {
    release.world.metrics.put(
        "queue",
        query -> level(isComplete(release.story()) && minutes() < 15 ? "2000 count" : "3 count"));
    for (int time = 0; time < 3; time++) {
      int asked = time;
      release.crew.when(
          story -> release.entries("held").size() == asked + 1 && !story.openHolds().isEmpty(),
          "Lea",
          Kind.decision,
          "hold.queue",
          "monitor");
    }
    assertThat(release.run()).isEqualTo("complete");
    List<Entry> held = release.entries("held");
    assertThat(held).hasSizeBetween(1, 2);
  }

  private long minutes() {
    return release
        .story()
        .phase("deployment")
        .map(phase -> phase.endedAt())
        .map(ended -> Duration.between(ended, release.pace.now()).toMinutes())
        .orElse(0L);
  }

  @Test
  void theWatchGoesOnDuringAHold() {
    release.world.metrics.put(
        "queue", query -> level(isComplete(release.story()) ? "2000 count" : "3 count"));
    release.world.metrics.put(
        "errors",
        query -> new Reading.Share(release.story().openHolds().isEmpty() ? 0 : 600, 5_000));
    release.run();
    assertThat(release.entries("decided")).isEmpty(); // the errors did not wait for the answer
    assertThat(release.entries("going_back").getFirst().body().path("scope").asString())
        .isEqualTo("all");
  }

  @Test
  void aSourceThatFallsSilentHoldsTheReleaseAsATriggerDoes() {
    release.world.metrics.put(
        "dead-workers",
        query -> isComplete(release.story()) ? new Reading.Broken("refused") : level("0 count"));
    assertThat(release.run()).isEqualTo("rolled back");
    assertThat(release.entries("held").getFirst().body().path("hold").asString())
        .isEqualTo("blind.metrics");
  }

  @Test
  void anUndoThatFailsIsTriedAgainAndThenSaidAndTheOthersGoOn() {
    release.world.metrics.put(
        "errors",
        query -> {
          boolean late = isComplete(release.story());
          if (late) {
            release.world.refusals.put("switch.back", "the proxy is away");
          }
          return new Reading.Share(late ? 600 : 0, 5_000);
        });
    assertThat(release.run()).isEqualTo("rollback failed");
    assertThat(release.entries("undo_intended")).hasSize(1 + 3 + 3 + 1);
    assertThat(release.world.state).containsEntry("flag", "enabled");
  }

  @Test
  void aPersonMayOrderTheWayBackAtAnyTime() {
    release.crew.when(
        story -> story.step("worker").isPresent(), "Lea", Kind.rollback, "all", "all");
    assertThat(release.run()).isEqualTo("rolled back");
    assertThat(release.story().back().orElseThrow().by()).isEqualTo("Lea");
  }

  @Test
  void beforeAnythingWasChangedThereIsNothingToGoBackFrom() {
    release.crew.when(Story::isBegun, "Lea", Kind.rollback, "all", "all");
    assertThat(release.run()).isEqualTo("complete");
    assertThat(release.entries("not_taken")).hasSize(1);
  }

  private static boolean isComplete(Story story) {
    return story.phase("deployment").map(phase -> phase.endedAt()).isPresent();
  }

  private static Reading level(String value) {
    return new Reading.Level(Quantity.parse(value));
  }
}
