package com.pfavanguard.trial;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.trial.cast.Author;
import com.pfavanguard.trial.cast.CommitLog;
import com.pfavanguard.trial.cast.DecisionLog;
import com.pfavanguard.trial.cast.Invention;
import com.pfavanguard.trial.cast.PemsPerson;
import com.pfavanguard.trial.cast.Pool;
import com.pfavanguard.trial.cast.Postmaster;
import com.pfavanguard.trial.cast.Resolver;
import com.pfavanguard.trial.stage.Accounts;
import com.pfavanguard.trial.stage.Door;
import com.pfavanguard.trial.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Everybody acts at once, until enough is committed. */
final class Drama {
  private static final int PEMS_PEOPLE = 3;
  private static final int PEMS_PAUSE_MILLIS = 2_500;
  private static final int AUTHOR_PAUSE_MILLIS = 2_500;
  private static final int DECISION_PAUSE_MILLIS = 1_500;
  private static final int READ_PAUSE_MILLIS = 2_000;
  private static final int LOOK_MILLIS = 100;

  private final Stage stage;
  private final TrialOptions options;
  private final Pool pool;
  private final CommitLog log = new CommitLog();
  private final DecisionLog decisions = new DecisionLog();
  private final Invention invention = new Invention();
  private final Map<String, Door> doors = new ConcurrentHashMap<>();
  private final Consumer<String> say;
  private volatile boolean over;

  /** One who acts again and again. */
  private interface Act {
    void once() throws Exception;
  }

  /** One who does something when so many edits are committed. */
  interface Watch {
    void look(int committed) throws Exception;
  }

  Drama(Stage stage, TrialOptions options, Pool pool, Consumer<String> say) {
    this.stage = stage;
    this.options = options;
    this.pool = pool;
    this.say = say;
  }

  CommitLog log() {
    return log;
  }

  DecisionLog decisions() {
    return decisions;
  }

  /** The authors' doors by name, for when the authors are through. */
  Map<String, Door> doors() {
    return Map.copyOf(doors);
  }

  /**
   * Returns when enough is committed and everybody has stopped.
   *
   * @throws Refusal when somebody cannot go on
   */
  void play(Watch watch, Readers readers) throws Exception {
    try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> acts = new ArrayList<>();
      for (String name : stage.accounts().authors()) {
        acts.add(everybody.submit(() -> loop(AUTHOR_PAUSE_MILLIS, random(name), author(name))));
      }
      for (int i = 1; i <= PEMS_PEOPLE; i++) {
        String name = "PEMS" + i;
        acts.add(everybody.submit(() -> loop(PEMS_PAUSE_MILLIS, random(name), person(name))));
      }
      for (String name : stage.accounts().resolvers()) {
        acts.add(everybody.submit(() -> loop(DECISION_PAUSE_MILLIS, random(name), resolver(name))));
      }
      acts.add(everybody.submit(() -> loop(DECISION_PAUSE_MILLIS, random("post"), postmaster())));
      acts.add(everybody.submit(() -> loop(READ_PAUSE_MILLIS, random("reader"), reader(readers))));
      watch(watch, acts);
      for (Future<?> act : acts) {
        act.get();
      }
    }
  }

  private void watch(Watch watch, List<Future<?>> acts) throws Exception {
    int told = 0;
    try {
      while (log.size() < options.edits()) {
        watch.look(log.size());
        for (Future<?> act : acts) {
          if (act.isDone()) {
            act.get();
          }
        }
        if (log.size() / 100 > told) {
          told = log.size() / 100;
          say.accept("%d edits committed".formatted(log.size()));
        }
        Thread.sleep(LOOK_MILLIS);
      }
      watch.look(options.edits());
    } catch (ExecutionException e) {
      throw new Refusal("the trial cannot go on: " + e.getCause(), e);
    } finally {
      over = true;
    }
  }

  private Void loop(int pauseMillis, Random random, Act act) throws Exception {
    while (!over) {
      act.once();
      Thread.sleep(random.nextInt(pauseMillis));
    }
    return null;
  }

  private Act author(String name) throws InterruptedException {
    Door door = door(name);
    doors.put(name, door);
    return new Author(name, door, pool, invention, log, random(name + " edits"))::edit;
  }

  private Act resolver(String name) throws InterruptedException {
    Random random = random(name + " decides");
    return new Resolver(name, door(name), invention, decisions, random)::resolve;
  }

  private Act postmaster() throws InterruptedException {
    String name = stage.accounts().postmaster();
    Random random = random(name + " decides");
    return new Postmaster(name, door(name), invention, decisions, random)::tend;
  }

  private Door door(String name) throws InterruptedException {
    return Door.signIn(
        stage.serverAddresses(), name, stage.accounts().password(), random(name + " enters"));
  }

  private Act person(String name) {
    return new PemsPerson(name, stage.tenants(), pool, invention, log, random(name + " edits"))
        ::edit;
  }

  private Act reader(Readers readers) {
    Random random = random("reads");
    return () -> {
      String organization =
          Accounts.ORGANIZATIONS.get(random.nextInt(Accounts.ORGANIZATIONS.size()));
      boolean _ = readers.read(organization, readers.types().get(random.nextInt(2)));
    };
  }

  private Random random(String whose) {
    return new Random(options.seed() * 31 + whose.hashCode());
  }
}
