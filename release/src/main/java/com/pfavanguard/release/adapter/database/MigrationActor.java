package com.pfavanguard.release.adapter.database;

import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** {@code migration.apply}: what the new jar brings along, by the new jar itself. */
public final class MigrationActor extends WorkingActor {
  private final DatabaseUrl database;
  private final Path jar;
  private final Migrator migrator;

  /** Runs the migrations of the new version and returns when they are through. */
  @FunctionalInterface
  public interface Migrator {
    /**
     * @throws IOException with what went wrong
     */
    void migrate() throws IOException, InterruptedException;
  }

  public MigrationActor(DatabaseUrl database, Path jar, Migrator migrator) {
    this.database = database;
    this.jar = jar;
    this.migrator = migrator;
  }

  @Override
  public String area() {
    return "migration";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act) throws IOException, SQLException {
    Installed installed = new Installed(database, Schema.of(jar));
    if (!installed.failed().isEmpty()) {
      return new Sight.Unclear("these migrations failed: " + installed.failed());
    }
    return installed.pending().isEmpty()
        ? new FactTree().put("migration/pending", 0).seen()
        : new Sight.NotDone();
  }

  @Override
  protected Deed work(Task task, Settings act)
      throws IOException, SQLException, InterruptedException {
    Installed installed = new Installed(database, Schema.of(jar));
    List<String> before = installed.pending();
    task.progress().accept("applying " + before);
    migrator.migrate();
    List<String> left = installed.pending();
    return left.isEmpty()
        ? new FactTree().put("migration/pending", 0).put("migration/applied", before.size()).done()
        : new Deed.Failed("still pending: " + left);
  }
}
