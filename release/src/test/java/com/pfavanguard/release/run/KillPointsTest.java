package com.pfavanguard.release.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.release.judge.Reading;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 at every moment of a release: before and after each entry is on disk, before an actor
 * looks, before it acts, and after it has acted and before anybody knows.
 */
class KillPointsTest {
  @TempDir private Path folder;

  @Test
  void whereverTheRunnerIsKilledResumingEndsInTheSameStateAndDoesNothingTwice() {
    everywhere("complete", release -> {});
  }

  @Test
  void theWayBackIsKilledEverywhereTooAndEachUndoIsDoneOnce() {
    everywhere("rolled back", RecordedErrors::once);
  }

  @Test
  void aRunnerThatIsKilledAgainAndAgainStillEndsInTheSameState() {
    Rehearsal release = willing();
    RecordedErrors.once(release);
    String outcome = "";
    int deaths = 0;
    while (outcome.isEmpty()) {
      release.mortality.dieAt(9); // enough to take one more step, never enough to end
      try {
        outcome = release.run();
      } catch (Killed dead) {
        deaths++;
        assertThat(deaths).isLessThan(200);
      }
    }
    assertThat(deaths).isGreaterThan(10);
    assertThat(outcome).isEqualTo("rolled back");
    Rehearsal unharmed = willing();
    RecordedErrors.once(unharmed);
    unharmed.run();
    assertThat(release.world.effects).containsExactlyElementsOf(unharmed.world.effects);
  }

  private void everywhere(String outcome, Consumer<Rehearsal> circumstances) {
    Rehearsal unharmed = willing();
    circumstances.accept(unharmed);
    assertThat(unharmed.run()).isEqualTo(outcome);
    int moments = unharmed.mortality.moments();
    assertThat(moments).isGreaterThan(100);
    for (int moment = 1; moment <= moments; moment++) {
      Rehearsal release = willing();
      circumstances.accept(release);
      kill(release, moment);
      assertThat(release.run()).as("killed at moment %d", moment).isEqualTo(outcome);
      same(release, unharmed, moment);
    }
  }

  private static void kill(Rehearsal release, int moment) {
    release.mortality.dieAt(moment);
    try {
      release.run();
    } catch (Killed dead) {
      release.mortality.live();
      return;
    }
    throw new AssertionError("moment %d never came".formatted(moment));
  }

  private static void same(Rehearsal release, Rehearsal unharmed, int moment) {
    assertThat(release.world.effects)
        .as("effects, killed at moment %d", moment)
        .containsExactlyElementsOf(unharmed.world.effects);
    assertThat(release.world.state).as("state, %d", moment).isEqualTo(unharmed.world.state);
    List<String> ended = ended(release);
    assertThat(ended).as("steps, %d", moment).containsExactlyElementsOf(ended(unharmed));
    assertThat(new HashSet<>(ended)).as("each once, %d", moment).hasSameSizeAs(ended);
  }

  private static List<String> ended(Rehearsal release) {
    return release.entries("step_ended").stream()
        .map(entry -> entry.body().path("step").asString())
        .toList();
  }

  private Rehearsal willing() {
    Rehearsal release = Rehearsal.briefest(folder);
    release.crew.willing();
    return release;
  }

  /** Circumstances in which the new backend begins to fail some seconds after completion. */
  private static final class RecordedErrors {
    static void once(Rehearsal release) {
      release.world.metrics.put(
          "errors", query -> new Reading.Share(isLate(release) ? 900 : 0, 5_000));
    }

    private static boolean isLate(Rehearsal release) {
      return release.world.effects.contains("flag enabled")
          && release
              .story()
              .phase("deployment")
              .map(phase -> phase.endedAt())
              .filter(ended -> ended.plusSeconds(20).isBefore(release.pace.now()))
              .isPresent();
    }
  }
}
