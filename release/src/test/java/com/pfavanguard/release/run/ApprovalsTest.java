package com.pfavanguard.release.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.people.Statement.Kind;
import com.pfavanguard.release.story.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalsTest {
  @TempDir private Path folder;
  private Rehearsal release;

  @BeforeEach
  void prepare() {
    release = Rehearsal.brief(folder);
    release.crew.willing();
  }

  @Test
  void declinedIsFinal() {
    release.crew.silence("agreed/owner");
    release.crew.says("Olga", Kind.approval, "agreed/owner", "declined");
    assertThat(release.run()).isEqualTo("declined");
    release.crew.says("Olga", Kind.approval, "agreed/owner", "approved");
    assertThat(release.run()).isEqualTo("declined");
    assertThat(release.world.effects).isEmpty();
  }

  @Test
  void noGoIsNoGo() {
    release.crew.silence("told.go");
    release.crew.says("Lea", Kind.answer, "told.go", "NO-GO");
    assertThat(release.run()).isEqualTo("stopped");
    assertThat(release.world.state).containsEntry("flag", "enabled");
  }

  @Test
  void nobodyApprovesForARoleThatIsNotTheirs() {
    release.crew.says("Lea", Kind.approval, "agreed/owner", "approved");
    release.run();
    assertThat(whyNotTaken()).isEqualTo("Lea does not speak for owner");
  }

  @Test
  void whoeverRunsTheReleaseCannotApproveIt() {
    release.crew.enlist("Rhea", "owner"); // she runs it
    release.crew.says("Rhea", Kind.approval, "agreed/owner", "approved");
    release.run();
    assertThat(whyNotTaken()).isEqualTo("Rhea runs this release and cannot approve it");
  }

  @Test
  void whatIsNotSignedByTheNamedPersonCountsForNothing() {
    release.crew.forges("Olga", Kind.approval, "agreed/owner", "declined");
    assertThat(release.run()).isEqualTo("complete");
    assertThat(whyNotTaken()).contains("not signed by anybody enrolled");
  }

  @Test
  void oneChangedByteVoidsTheApprovalsAndTheyAreAskedForAgain() {
    release.crew.when(
        story -> {
          boolean approved = story.told(Kind.approval).size() == 2;
          if (approved) {
            release.pins.put("migrations", "b"); // somebody commits after the approvals
          }
          return approved;
        },
        "Lea",
        Kind.observation,
        "a commit",
        "yes");
    release.crew.when(
        ApprovalsTest::isReplanned, "Olga", Kind.approval, "agreed/owner", "approved");
    release.crew.when(
        ApprovalsTest::isReplanned, "Sam", Kind.approval, "agreed/security", "approved");

    assertThat(release.run()).isEqualTo("complete");

    Entry replanned = release.entries("replanned").getFirst();
    assertThat(replanned.body().path("changed").asString()).isEqualTo("migrations");
    assertThat(release.story().told(Kind.approval, "agreed/owner", replanned.number())).hasSize(1);
    assertThat(release.at("replanned")).isBefore(deploymentBegan());
  }

  private static boolean isReplanned(Story story) {
    return "b".equals(story.plan().pins().get("migrations"));
  }

  @Test
  void nothingMayChangeAnyMoreOnceTheDeploymentHasBegun() {
    release.crew.when(
        story -> {
          boolean begun = story.step("backend").isPresent();
          if (begun) {
            release.pins.put("migrations", "b");
          }
          return begun;
        },
        "Lea",
        Kind.observation,
        "a commit",
        "yes");
    release.mortality.dieWhen(() -> release.pins.containsValue("b"));
    assertThatThrownBy(release::run).isInstanceOf(Killed.class);
    release.mortality.live();
    release.crew.when(
        story -> story.hold("plan").isPresent(), "Lea", Kind.decision, "plan", "rollback");

    assertThat(release.run()).isEqualTo("rolled back");

    assertThat(release.entries("held").getFirst().body().path("why").asString())
        .isEqualTo("changed since T-0 began: migrations");
    assertThat(release.world.state).containsEntry("backend", "old");
  }

  @Test
  void anApprovalThatHasExpiredBeforeTheDeploymentMustBeRenewed() {
    Rehearsal later =
        new Rehearsal(
            folder,
            Rehearsal.text().replace("expires: 72 h", "expires: 20 h"),
            Duration.ofHours(24));
    later.crew.willing();
    later.crew.when(
        story -> later.pace.now().isAfter(story.begunAt().plus(Duration.ofHours(23))),
        "Olga",
        Kind.approval,
        "agreed/owner",
        "approved");
    later.crew.when(
        story -> later.pace.now().isAfter(story.begunAt().plus(Duration.ofHours(25))),
        "Sam",
        Kind.approval,
        "agreed/security",
        "approved");
    assertThat(later.run()).isEqualTo("complete");
    assertThat(later.story().phase("deployment").orElseThrow().begunAt())
        .isAfterOrEqualTo(later.story().begunAt().plus(Duration.ofHours(25)));
  }

  @Test
  void thePeopleHaveTheirTimeAndTheStepsKeepTheirBudgets() {
    release.world.metrics.put("in-flight", query -> new Reading.Nothing("empty"));
    release.crew.when(
        story ->
            story
                .hold("sync-off.in-flight")
                .filter(hold -> hold.since().plusSeconds(3_600).isBefore(release.pace.now()))
                .isPresent(),
        "Lea",
        Kind.decision,
        "sync-off.in-flight",
        "rollback");
    release.run();
    var step = release.story().step("sync-off").orElseThrow();
    assertThat(step.elapsed(release.at("going_back"))).isLessThan(Duration.ofMinutes(3));
    assertThat(step.waited(release.at("going_back"))).isGreaterThan(Duration.ofMinutes(59));
    assertThat(release.entries("warned")).hasSize(1);
    assertThat(release.entries("breached")).hasSize(1);
  }

  private Instant deploymentBegan() {
    return release.story().phase("deployment").orElseThrow().begunAt();
  }

  private String whyNotTaken() {
    return release.entries("not_taken").getFirst().body().path("why").asString();
  }
}
