package com.pfavanguard.trial;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.launcher.process.StopOnSignal;
import com.pfavanguard.trial.cast.Pool;
import com.pfavanguard.trial.check.AuthorEdit;
import com.pfavanguard.trial.check.Checker;
import com.pfavanguard.trial.check.Evidence;
import com.pfavanguard.trial.check.Violation;
import com.pfavanguard.trial.mutant.Mutant;
import com.pfavanguard.trial.stage.Accounts;
import com.pfavanguard.trial.stage.Disguise;
import com.pfavanguard.trial.stage.Door;
import com.pfavanguard.trial.stage.Stage;
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
    Door referee = referee(stage, options.seed());
    Readers readers = new Readers(referee);
    readers.readAll();
    Pool pool = Pool.of(referee, options.recordsPerOrganization());
    Witnesses witnesses = new Witnesses(stage, referee, pool);
    Season season = new Season(stage, options, pool.all(), referee(stage, options.seed()), say);
    season.begin();
    Drama drama = new Drama(stage, options, pool, say);
    try (Havoc havoc = new Havoc(stage, options, new Random(options.seed()), say)) {
      drama.play(committed -> strike(havoc, season, committed), readers);
      havoc.awaitRevivals();
      say.accept("%d edits committed; waiting for silence".formatted(drama.log().size()));
      season.end(readers);
      long waiting = new Silence(stage.operator(), PATIENCE).await();
      readers.readAll();
      Evidence evidence = hear(witnesses, drama, season, referee, waiting);
      List<Violation> violations = judge(evidence);
      Figures figures =
          Figures.of(evidence, drama.log(), havoc)
              .with(season.counts(evidence))
              .with(Map.of("reads", (long) readers.completed()))
              .struck(stage.tenants().struck());
      return new Report(options, figures, violations, (System.nanoTime() - begun) / NANOS);
    }
  }

  private static Door referee(Stage stage, long seed) throws InterruptedException {
    Accounts accounts = stage.accounts();
    return Door.signIn(
        stage.serverAddresses(), accounts.admin(), accounts.password(), new Random(seed));
  }

  private static void strike(Havoc havoc, Season season, int committed) throws Exception {
    havoc.look(committed);
    season.look(committed);
  }

  private Evidence hear(Witnesses witnesses, Drama drama, Season season, Door referee, long waiting)
      throws Exception {
    say.accept("asking where every edit stands");
    List<AuthorEdit> edits = drama.log().edits();
    Evidence.Product product =
        witnesses.product(edits, new Inquiry(referee, drama.doors()), waiting);
    return new Evidence(
        witnesses.pems(season.drift()),
        new Evidence.People(edits, drama.decisions().decisions()),
        product);
  }

  private List<Violation> judge(Evidence evidence) {
    say.accept("judging %d writes".formatted(evidence.writes().size()));
    return Checker.judge(evidence);
  }
}
