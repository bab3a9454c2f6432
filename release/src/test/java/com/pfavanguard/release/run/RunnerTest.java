package com.pfavanguard.release.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import com.pfavanguard.release.people.Statement.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
  @TempDir private Path folder;
  private Rehearsal release;

  @BeforeEach
  void prepare() {
    release = Rehearsal.brief(folder);
    release.crew.willing();
  }

  @Test
  void aReleaseGoesFromTagToSignatureAndDoesEachThingOnce() {
    assertThat(release.run()).isEqualTo("complete");
    assertThat(release.world.effects)
        .containsExactly(
            "message v2 sent",
            "flag disabled",
            "schema grown",
            "backend new",
            "worker new",
            "flag enabled");
    assertThat(release.anchored).hasSizeGreaterThanOrEqualTo(4); // each phase and the end
  }

  @Test
  void theIntentIsOnDiskBeforeEveryAct() {
    release.run();
    List<Entry> journal = release.journal;
    for (Entry acted : release.entries("acted")) {
      String step = acted.body().path("step").asString();
      Entry before = journal.get((int) acted.number() - 2);
      assertThat(before.kind()).as(step).isEqualTo("act_intended");
      assertThat(before.body().path("step").asString()).isEqualTo(step);
    }
  }

  /** Looked at by the actor, in the moment in which it acts: also on the way back. */
  @Test
  void anActorThatActsFindsTheIntentOnDisk() {
    List<String> acted = new ArrayList<>();
    release.world.witness =
        task -> {
          Entry last = release.journal.getLast();
          assertThat(last.kind()).isIn("act_intended", "undo_intended");
          assertThat(last.body().path("step").asString()).isEqualTo(task.step());
          assertThat(last.body().path("effect").asString()).isEqualTo(task.effectId());
          acted.add(task.step());
        };
    release.world.metrics.put(
        "dead-workers",
        query ->
            new Reading.Level(Quantity.parse(acted.contains("sync-on") ? "1 count" : "0 count")));
    assertThat(release.run()).isEqualTo("rolled back");
    assertThat(acted).contains("told", "sync-off", "schema", "worker", "worker/undo");
  }

  @Test
  void whatCannotBeSeenAfterACrashIsDoneOnceAndAPersonSaysSo() {
    release.mortality.dieWhen(() -> release.world.effects.contains("message v2 sent"));
    assertThatThrownBy(release::run).isInstanceOf(Killed.class);
    release.mortality.live();
    release.world.unseen.add("message.send");
    release.crew.when(
        story -> story.hold("told").isPresent(), "Lea", Kind.decision, "told", "done");

    assertThat(release.run()).isEqualTo("complete");

    assertThat(release.world.effects).containsOnlyOnce("message v2 sent");
    assertThat(release.entries("held").getFirst().body().path("why").asString())
        .contains("it cannot be seen whether told is done");
  }

  @Test
  void theJournalProvesThatTheTriggersWereLookedAtAllTheTime() {
    release = new Rehearsal(folder);
    release.crew.willing();
    release.run();
    List<Entry> watched = release.entries("watched");
    assertThat(watched).hasSize(6); // of the hour between completion and its checkpoint
    assertThat(watched)
        .allSatisfy(entry -> assertThat(entry.body().path("looks").asInt()).isBetween(149, 151));
  }

  @Test
  void whatIsDoneAlreadyIsNotDoneAgain() {
    release.world.state.put("schema", "grown");
    assertThat(release.run()).isEqualTo("complete");
    assertThat(release.world.effects).doesNotContain("schema grown");
  }

  @Test
  void phasesBeginWhenTheyAreDueAndNotBefore() {
    release = new Rehearsal(folder);
    release.crew.willing();
    Instant begun = release.pace.now();
    release.run();
    assertThat(phaseBegan("deployment")).isEqualTo(begun.plus(Duration.ofHours(24)));
    Instant completed = ended("deployment");
    assertThat(phaseBegan("hour")).isAfterOrEqualTo(completed.plus(Duration.ofHours(1)));
  }

  @Test
  void aCheckpointThatComesLateIsRunAndMarkedLate() {
    release.mortality.dieWhen(
        () -> release.story().phase("deployment").map(phase -> phase.endedAt()).isPresent());
    assertThatThrownBy(release::run).isInstanceOf(Killed.class);
    release.mortality.live();
    release.pace.pass(Duration.ofHours(3));
    assertThat(release.run()).isEqualTo("complete");
    assertThat(release.story().phase("hour").orElseThrow().late()).isTrue();
    assertThat(release.story().step("quick").orElseThrow().isEnded()).isTrue();
    assertThat(release.story().phase("before").orElseThrow().late()).isFalse();
  }

  @Test
  void aQuietSiteIsGivenProbeTrafficOrTimeAndThenTwoPersons() {
    release.world.metrics.put("errors", query -> new Reading.Share(0, 20));
    release.crew.when(
        story -> story.hold("worker.errors").isPresent(),
        "Olga",
        Kind.override,
        "worker.errors",
        "");
    release.crew.when(
        story -> story.hold("worker.errors").isPresent(),
        "Sam",
        Kind.override,
        "worker.errors",
        "");

    assertThat(release.run()).isEqualTo("complete");

    Entry held = release.entries("held").getFirst();
    assertThat(held.body().path("why").asString()).contains("UNDERPOWERED", "n=20", "95 %");
    Instant asked = release.story().step("worker").orElseThrow().begunAt();
    assertThat(Duration.between(asked, held.at())).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    assertThat(opened("worker.errors").body().path("by").asString()).isEqualTo("Olga and Sam");
  }

  @Test
  void theWindowThatIsAskedForGrowsWithTimeAndNeverReachesBeforeTheStep() {
    release.world.metrics.put(
        "errors",
        query -> {
          if (query.window() != null && query.window().compareTo(Duration.ofMinutes(1)) != 0) {
            Instant from = release.pace.now().minus(query.window());
            assertThat(from).isAfterOrEqualTo(query.since());
          }
          boolean enough =
              query.window() != null && query.window().compareTo(Duration.ofMinutes(5)) > 0;
          return new Reading.Share(0, enough ? 400 : 20);
        });
    assertThat(release.run()).isEqualTo("complete");
    assertThat(opened("worker.errors").body().path("by").asString()).isEqualTo("PASS");
  }

  @Test
  void onePersonAloneOpensNothingNorDoesWhoeverRunsTheReleaseNorAReasonlessWord() {
    release.world.metrics.put("errors", query -> new Reading.Share(0, 20));
    release.crew.when(
        story -> story.hold("worker.errors").isPresent(),
        "Olga",
        Kind.override,
        "worker.errors",
        "");
    release.crew.when(
        story -> story.hold("worker.errors").isPresent(),
        "Lea",
        Kind.override,
        "worker.errors",
        "");
    release.crew.withoutReason(
        story -> story.hold("worker.errors").isPresent(), "Sam", Kind.override, "worker.errors");
    release.crew.when(
        story ->
            story.hold("worker.errors").isPresent()
                && story.told(Kind.override, "worker.errors", 0).size() == 2,
        "Lea",
        Kind.decision,
        "worker.errors",
        "rollback");

    assertThat(release.run()).isEqualTo("rolled back");
    assertThat(release.entries("gate_opened"))
        .noneMatch(entry -> entry.body().path("gate").asString().equals("worker.errors"));
  }

  @Test
  void nothingThatIsNoMeasurementOpensAGate() {
    for (Reading reading :
        List.of(
            new Reading.Nothing("empty"),
            new Reading.Broken("500"),
            Reading.level(Double.NaN, Unit.MILLISECONDS),
            new Reading.Words("fast"))) {
      release = Rehearsal.brief(folder);
      release.crew.willing();
      release.world.metrics.put("p95", query -> reading);
      release.crew.when(
          story -> story.hold("quick.p95").isPresent(),
          "Lea",
          Kind.decision,
          "quick.p95",
          "rollback");
      assertThat(release.run()).as("%s", reading).isEqualTo("rolled back");
    }
  }

  @Test
  void aGateThatMustLastStartsAnewWhenItBreaks() {
    Instant begun = release.pace.now().plus(Duration.ofMinutes(2));
    release.world.metrics.put(
        "in-flight",
        query -> {
          long second = Duration.between(begun, release.pace.now()).toSeconds();
          return new Reading.Level(Quantity.parse(second == 5 ? "1 count" : "0 count"));
        });
    release.run();
    assertThat(opened("sync-off.in-flight").at()).isAfterOrEqualTo(begun.plusSeconds(15));
  }

  private Entry opened(String gate) {
    return release.entries("gate_opened").stream()
        .filter(entry -> entry.body().path("gate").asString().equals(gate))
        .findFirst()
        .orElseThrow();
  }

  private Instant phaseBegan(String phase) {
    return release.story().phase(phase).orElseThrow().begunAt();
  }

  private Instant ended(String phase) {
    Instant ended = release.story().phase(phase).orElseThrow().endedAt();
    assertThat(ended).isNotNull();
    return Objects.requireNonNull(ended);
  }
}
