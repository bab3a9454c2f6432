package com.pfavanguard.trial;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.process.StopOnSignal;
import com.pfavanguard.trial.cast.Clerk;
import com.pfavanguard.trial.cast.Pool;
import com.pfavanguard.trial.check.Checker;
import com.pfavanguard.trial.check.Evidence;
import com.pfavanguard.trial.check.RecordKey;
import com.pfavanguard.trial.check.Violation;
import com.pfavanguard.trial.mutant.Mutant;
import com.pfavanguard.trial.stage.Disguise;
import com.pfavanguard.trial.stage.Door;
import com.pfavanguard.trial.stage.Stage;
import com.pfavanguard.trial.stage.Weather;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** One trial from the first process to the verdict. */
public final class Trial {
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final double NANOS = 1e9;

  private final Installation installation;
  private final Consumer<String> say;

  /**
   * @param say hears how far it is
   */
  public Trial(Installation installation, Consumer<String> say) {
    this.installation = installation;
    this.say = say;
  }

  /**
   * @param folder an empty one; only the logs stay in it
   */
  public Report run(TrialOptions options, Path folder) throws Exception {
    long begun = System.nanoTime();
    Disguise disguise = options.mutant().map(Mutant::disguise).orElse(Disguise.NONE);
    try (Stage stage = Stage.open(installation, folder, options.size(), disguise, say);
        StopOnSignal _ = new StopOnSignal(() -> stopped(stage))) {
      return play(stage, options, begun);
    }
  }

  /** Ctrl-C: nothing is left running. */
  private static int stopped(Stage stage) throws IOException {
    stage.close();
    return 1;
  }

  private Report play(Stage stage, TrialOptions options, long begun) throws Exception {
    Random random = new Random(options.seed());
    Door referee =
        Door.signIn(
            stage.serverAddresses(), stage.accounts().admin(), stage.accounts().password(), random);
    Readers readers = new Readers(referee);
    readers.readAll();
    Pool pool = Pool.of(referee, options.recordsPerOrganization());
    Witnesses witnesses = new Witnesses(stage, referee, pool);
    List<RecordKey> all = pool.all();
    stage
        .pems()
        .faults(
            options.whole()
                ? Weather.storm(options.seed(), all.getLast(), all.get(all.size() / 2))
                : Weather.breeze(options.seed()));
    Drama drama = new Drama(stage, options, pool, say);
    try (Havoc havoc = new Havoc(stage, options, random, say)) {
      drama.play(havoc, readers);
      havoc.awaitRevivals();
      say.accept("%d edits committed; waiting for silence".formatted(drama.log().size()));
      Map<String, Integer> struck = stage.pems().struck();
      stage.pems().noFaults();
      long waiting = new Silence(stage.operator(), PATIENCE).await();
      readers.readAll();
      new Clerk(referee).tidy();
      Evidence evidence = witnesses.hear(drama.log(), waiting);
      List<Violation> violations = judge(evidence);
      Figures figures =
          Figures.of(evidence, havoc, struck, readers.completed(), drama.log().refusals());
      return new Report(options, figures, violations, (System.nanoTime() - begun) / NANOS);
    }
  }

  private List<Violation> judge(Evidence evidence) {
    say.accept("judging %d writes".formatted(evidence.writes().size()));
    return Checker.judge(evidence);
  }
}
