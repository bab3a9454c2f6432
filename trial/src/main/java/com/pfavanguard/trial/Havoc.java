package com.pfavanguard.trial;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.trial.stage.Actor;
import com.pfavanguard.trial.stage.Stage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Kills processes as the trial goes on: workers in the middle of a batch, servers, and PostgreSQL
 * twice. What it kills lives again at once.
 */
final class Havoc implements AutoCloseable {
  private static final int EDITS_PER_WORKER_KILL = 250;
  private static final int EDITS_PER_SERVER_KILL = 500;
  private static final int DATABASE_KILLS = 2;
  private static final int LOOKS = 100;
  private static final int LOOK_MILLIS = 20;

  private final Stage stage;
  private final Random random;
  private final Consumer<String> say;
  private final List<Blow> plan;
  private final ExecutorService births = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> revivals = new ArrayList<>();
  private int workerKills;
  private int serverKills;
  private int databaseKills;
  private int orphaned;

  private enum Victim {
    WORKER,
    SERVER,
    DATABASE
  }

  /** Strikes once so many edits are committed. */
  private record Blow(Victim victim, int afterEdits) {}

  Havoc(Stage stage, TrialOptions options, Random random, Consumer<String> say) {
    this.stage = stage;
    this.random = random;
    this.say = say;
    this.plan = plan(options, random);
  }

  private static List<Blow> plan(TrialOptions options, Random random) {
    int edits = options.edits();
    List<Victim> victims = new ArrayList<>();
    victims.addAll(Collections.nCopies(Math.max(2, edits / EDITS_PER_WORKER_KILL), Victim.WORKER));
    if (options.whole()) {
      int servers = Math.max(1, edits / EDITS_PER_SERVER_KILL);
      victims.addAll(Collections.nCopies(servers, Victim.SERVER));
      victims.addAll(Collections.nCopies(DATABASE_KILLS, Victim.DATABASE));
    }
    Collections.shuffle(victims, random);
    List<Blow> blows = new ArrayList<>();
    for (int i = 0; i < victims.size(); i++) {
      blows.add(new Blow(victims.get(i), edits * (i + 1) / (victims.size() + 1)));
    }
    return blows;
  }

  /** Strikes what is due. */
  void look(int committed) throws IOException, InterruptedException {
    while (!plan.isEmpty() && plan.getFirst().afterEdits() <= committed) {
      Blow blow = plan.removeFirst();
      switch (blow.victim()) {
        case WORKER -> killWorker();
        case SERVER -> killServer();
        case DATABASE -> killDatabase();
      }
    }
  }

  /** Prefers a worker that has rows in its hands, and counts what it left. */
  private void killWorker() throws IOException, InterruptedException {
    Actor worker = busyWorker();
    String died = worker.lifeName();
    worker.kill();
    int left = hands().getOrDefault(died, 0);
    orphaned += left;
    workerKills++;
    say.accept("killed %s with %d edits in its hands".formatted(died, left));
    revive(worker);
  }

  /** Beside what goes on: a start takes seconds, and nobody waits for a dead process. */
  private void revive(Actor actor) {
    revivals.add(
        births.submit(
            () -> {
              actor.revive();
              return null;
            }));
  }

  /**
   * Waits until everything that was killed lives again.
   *
   * @throws Refusal when something cannot
   */
  void awaitRevivals() throws InterruptedException {
    for (Future<?> revival : revivals) {
      try {
        revival.get();
      } catch (ExecutionException e) {
        throw new Refusal("what was killed does not live again: " + e.getCause(), e);
      }
    }
  }

  @Override
  public void close() {
    births.shutdownNow();
  }

  private Actor busyWorker() throws InterruptedException {
    for (int look = 0; look < LOOKS; look++) {
      Map<String, Integer> hands = hands();
      for (Actor worker : stage.workers()) {
        if (hands.getOrDefault(worker.lifeName(), 0) > 0) {
          return worker;
        }
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return anyAlive(stage.workers());
  }

  private Map<String, Integer> hands() {
    try {
      return stage.operator().hands();
    } catch (SQLException databaseIsAway) {
      return Map.of();
    }
  }

  private Actor anyAlive(List<Actor> actors) {
    List<Actor> alive = actors.stream().filter(Actor::alive).toList();
    List<Actor> choice = alive.isEmpty() ? actors : alive;
    return choice.get(random.nextInt(choice.size()));
  }

  private void killServer() throws IOException, InterruptedException {
    Actor server = anyAlive(stage.servers());
    say.accept("killed " + server.lifeName());
    server.kill();
    serverKills++;
    revive(server);
  }

  private void killDatabase() {
    say.accept("killed PostgreSQL");
    stage.killDatabase();
    databaseKills++;
  }

  int workerKills() {
    return workerKills;
  }

  int serverKills() {
    return serverKills;
  }

  int databaseKills() {
    return databaseKills;
  }

  /** Edits that were in the hands of a worker when it was killed. */
  int orphaned() {
    return orphaned;
  }
}
