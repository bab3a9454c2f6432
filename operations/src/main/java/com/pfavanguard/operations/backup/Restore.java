package com.pfavanguard.operations.backup;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.Progress;
import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.operations.database.PostgresTools;
import com.pfavanguard.operations.database.Snapshot;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.operations.storage.Workspace;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup in a database's place. It is restored and compared beside the old database, which
 * then gets another name and stays; until then nothing of the old one is touched.
 */
public final class Restore {

  /**
   * What the person who restores has said.
   *
   * @param mayReplace the target may hold data
   * @param mayComeFromElsewhere the backup may be of another environment or database
   */
  public record Consent(boolean mayReplace, boolean mayComeFromElsewhere) {}

  /**
   * @param replaced the name under which the old database stays; null when there was none
   */
  public record Restored(String database, @Nullable String replaced, long rows) {}

  private final Storage storage;
  private final DatabaseUrl target;
  private final ChainAudit audit;
  private final Progress progress;
  private final Clock clock;

  /**
   * @param target with a role that may create and rename databases and act as {@code
   *     vanguard_owner}
   */
  public Restore(
      Storage storage, DatabaseUrl target, ChainAudit audit, Progress progress, Clock clock) {
    this.storage = storage;
    this.target = target;
    this.audit = audit;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * @param environment of the target
   * @throws OperationRefused when the target stays as it was
   */
  public Restored restore(BackupManifest manifest, String environment, Consent consent)
      throws IOException, SQLException, InterruptedException {
    requireFrom(manifest, environment, consent);
    Swap swap = new Swap(target, clock);
    requireReplaceable(swap, consent);
    PostgresTools tools = PostgresTools.find();
    try (Workspace workspace = Workspace.temporary()) {
      progress.status("fetching " + manifest.file());
      DumpFile dump = Fetched.from(storage, manifest, workspace);
      dump.requireWhole(tools);
      try (NewDatabase fresh = NewDatabase.create(swap.admin(), swap.freshName())) {
        fresh.fill(dump, tools, progress);
        progress.status("comparing");
        new Comparison(manifest, audit).requireEqual(fresh.url());
        progress.status("taking its place");
        String replaced = swap.replaceBy(fresh.name());
        fresh.keep();
        return new Restored(target.database(), replaced, manifest.totalRows());
      }
    } finally {
      progress.status("");
    }
  }

  private void requireFrom(BackupManifest manifest, String environment, Consent consent) {
    boolean same =
        manifest.environment().equals(environment) && manifest.database().equals(target.database());
    if (!same && !consent.mayComeFromElsewhere()) {
      throw new OperationRefused(
          "%s is of the wrong database: %s in %s, the target is %s in %s"
              .formatted(
                  manifest.file(),
                  manifest.database(),
                  manifest.environment(),
                  target.database(),
                  environment));
    }
  }

  private void requireReplaceable(Swap swap, Consent consent) throws SQLException {
    if (consent.mayReplace() || !swap.targetExists()) {
      return;
    }
    try (Snapshot snapshot = Snapshot.of(target)) {
      Map<String, Long> rows = snapshot.rows();
      if (!rows.isEmpty()) {
        throw new OperationRefused(
            "the database %s is not empty (%d tables, %d rows): say that it may be replaced"
                .formatted(
                    target.database(),
                    rows.size(),
                    rows.values().stream().mapToLong(Long::longValue).sum()));
      }
    }
  }
}
