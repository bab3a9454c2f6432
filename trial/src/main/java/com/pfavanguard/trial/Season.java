package com.pfavanguard.trial;

import com.pfavanguard.trial.check.AuthorEdit;
import com.pfavanguard.trial.check.AuthorEdit.Span;
import com.pfavanguard.trial.check.Drift;
import com.pfavanguard.trial.check.Evidence;
import com.pfavanguard.trial.check.RecordKey;
import com.pfavanguard.trial.check.Standing;
import com.pfavanguard.trial.stage.Budget;
import com.pfavanguard.trial.stage.Door;
import com.pfavanguard.trial.stage.Stage;
import com.pfavanguard.trial.stage.Tenants;
import com.pfavanguard.trial.stage.Weather;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the two tenants make of a trial: storm and a tight budget in both, and a field of the main
 * one that is called otherwise for a while. A mutant has a breeze.
 */
final class Season {
  private final Tenants tenants;
  private final Budget budget;
  private final long seed;
  private final boolean stormy;
  private final List<RecordKey> records;
  private final FieldDrift drift;

  Season(
      Stage stage,
      TrialOptions options,
      List<RecordKey> records,
      Door referee,
      Consumer<String> say) {
    this.tenants = stage.tenants();
    this.budget = options.size().budget();
    this.seed = options.seed();
    this.stormy = options.whole();
    this.records = records;
    this.drift = new FieldDrift(tenants, referee, this::mainStorm, options.edits(), say);
  }

  void begin() throws IOException, InterruptedException {
    if (!stormy) {
      tenants.main().faults(Weather.breeze(seed).rules());
      tenants.second().faults(Weather.breeze(seed + 1).rules());
      return;
    }
    tenants.main().limit(budget.main());
    tenants.second().limit(budget.second());
    tenants.main().faults(mainStorm().rules());
    tenants.second().faults(Weather.storm(seed + 1).deleting(records.getLast()).rules());
  }

  private Weather mainStorm() {
    return Weather.storm(seed).refusing(records.get(records.size() / 2));
  }

  void look(int committed) throws IOException, InterruptedException {
    if (stormy) {
      drift.look(committed);
    }
  }

  /** The sky clears, and what was on hold goes on. */
  void end(Readers readers) throws IOException, InterruptedException {
    if (stormy) {
      drift.end();
    }
    tenants.noFaults();
    if (stormy) {
      drift.heal(readers);
    }
  }

  Optional<Drift> drift() {
    return drift.told();
  }

  /** Edits of the changed field that were committed meanwhile, and arrived afterwards. */
  Map<String, Long> counts(Evidence evidence) {
    Map<String, Standing> standings = evidence.product().standings();
    long healed =
        evidence.edits().stream()
            .filter(edit -> waited(edit, drift.span()))
            .filter(edit -> standings.get(edit.modificationId()) instanceof Standing.Synced)
            .count();
    Evidence.Traffic traffic = evidence.pems().traffic();
    return Map.of(
        "heldThenSynced", healed,
        "requestsToPems", traffic.requests(),
        "refusedByRate", traffic.refused());
  }

  private static boolean waited(AuthorEdit edit, Span drifted) {
    return edit.wanted().containsKey(FieldDrift.FIELD)
        && Tenants.TOGETHER.contains(edit.record().organization())
        && drifted.sent() < edit.committed().sent()
        && edit.committed().answered() < drifted.answered();
  }
}
