package com.pfavanguard.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.trial.cast.Author;
import com.pfavanguard.trial.cast.CommitLog;
import com.pfavanguard.trial.cast.Invention;
import com.pfavanguard.trial.cast.Pool;
import com.pfavanguard.trial.check.Checker;
import com.pfavanguard.trial.check.Evidence;
import com.pfavanguard.trial.check.Standing;
import com.pfavanguard.trial.stage.Actor;
import com.pfavanguard.trial.stage.Blockade;
import com.pfavanguard.trial.stage.Budget;
import com.pfavanguard.trial.stage.Door;
import com.pfavanguard.trial.stage.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** kill -9 at every step of an edit's way, one after the other, on the same processes. */
@EnabledIfSystemProperty(named = "trial.soak", matches = "true", disabledReason = "minutes: -Psoak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class KillPointsTest {
  private final Turnstile turnstile = new Turnstile();
  private final CommitLog log = new CommitLog();
  private Stage stage;
  private Door referee;
  private Author author;
  private Witnesses witnesses;
  private Inquiry inquiry;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Stage.Size size = new Stage.Size(1, 2, 1, 3_000, Budget.TIGHT);
    stage = Stage.open(Installation.detect(), folder, size, turnstile, line -> {});
    referee = door(stage.accounts().admin());
    new Readers(referee).readAll();
    Pool pool = Pool.of(referee, 60);
    witnesses = new Witnesses(stage, referee, pool);
    String name = stage.accounts().authors().getFirst();
    Door door = door(name);
    inquiry = new Inquiry(referee, Map.of(name, door));
    author = new Author(name, door, pool, new Invention(), log, new Random(1));
  }

  private Door door(String name) throws InterruptedException {
    return Door.signIn(stage.serverAddresses(), name, stage.accounts().password(), new Random(1));
  }

  @AfterAll
  void stop() throws Exception {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource
  void aWorkerDies(Turnstile.Point point) throws Exception {
    Turnstile.Stop stop = turnstile.arm(point);
    author.edit();
    assertThat(stop.awaitReached()).isTrue();
    Actor worker = holder();
    worker.kill();
    stop.release();
    worker.revive();
  }

  @ParameterizedTest
  @EnumSource
  void theDatabaseDies(Turnstile.Point point) throws Exception {
    Turnstile.Stop stop = turnstile.arm(point);
    author.edit();
    assertThat(stop.awaitReached()).isTrue();
    stage.killDatabase();
    stop.release();
  }

  @ParameterizedTest
  @EnumSource
  void theServerDies(Turnstile.Point point) throws Exception {
    Turnstile.Stop stop = turnstile.arm(point);
    author.edit();
    assertThat(stop.awaitReached()).isTrue();
    Actor server = stage.servers().getFirst();
    server.kill();
    stop.release();
    server.revive();
  }

  @Test
  void aWorkerDiesWhileItRecords() throws Exception {
    try (Blockade blockade = stage.block("pfa_sync_log")) {
      author.edit();
      awaitHeldUp(blockade);
      Actor worker = holder();
      worker.kill();
      worker.revive();
    }
  }

  @Test
  void theDatabaseDiesWhileAWorkerRecords() throws Exception {
    try (Blockade blockade = stage.block("pfa_sync_log")) {
      author.edit();
      awaitHeldUp(blockade);
      stage.killDatabase();
    }
  }

  @Test
  void aWorkerDiesRightAfterItRecorded() throws Exception {
    author.edit();
    new Silence(stage.operator(), Duration.ofSeconds(30)).await();
    Actor worker = stage.workers().getFirst();
    worker.kill();
    worker.revive();
  }

  /** After every death: nothing is left behind, and PEMS's own log bears no grudge. */
  @AfterEach
  void everyEditArrivedOnce() throws Exception {
    long waiting = new Silence(stage.operator(), Duration.ofSeconds(40)).await();
    Evidence evidence =
        new Evidence(
            witnesses.pems(Optional.empty()),
            new Evidence.People(log.edits(), List.of()),
            witnesses.product(log.edits(), inquiry, waiting));
    assertThat(Checker.judge(evidence)).isEmpty();
    assertThat(evidence.edits())
        .allSatisfy(
            edit ->
                assertThat(evidence.product().standings().get(edit.modificationId()))
                    .isInstanceOfAny(Standing.Synced.class, Standing.Superseded.class));
  }

  private static void awaitHeldUp(Blockade blockade) throws Exception {
    await().atMost(Duration.ofSeconds(60)).until(blockade::heldUp);
  }

  /** Whoever has an edit in its hands. */
  private Actor holder() throws Exception {
    Map<String, Integer> hands = stage.operator().hands();
    return stage.workers().stream()
        .filter(worker -> hands.containsKey(worker.lifeName()))
        .findFirst()
        .orElseThrow();
  }
}
