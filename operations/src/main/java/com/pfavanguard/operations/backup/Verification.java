package com.pfavanguard.operations.backup;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.Progress;
import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.operations.database.PostgresTools;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.operations.storage.Workspace;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/** Proves a backup by restoring it into a database that is thrown away afterwards. */
public final class Verification {
  private final Storage storage;
  private final ScratchServer server;
  private final ChainAudit audit;
  private final Progress progress;

  public Verification(Storage storage, ScratchServer server, ChainAudit audit, Progress progress) {
    this.storage = storage;
    this.server = server;
    this.audit = audit;
    this.progress = progress;
  }

  /**
   * @throws OperationRefused naming what is wrong with the backup
   */
  public void verify(BackupManifest manifest)
      throws IOException, SQLException, InterruptedException {
    PostgresTools tools = PostgresTools.find();
    String scratch = "vanguard_verify_" + UUID.randomUUID().toString().replace("-", "");
    try (Workspace workspace = Workspace.temporary()) {
      progress.status("fetching " + manifest.file());
      DumpFile dump = Fetched.from(storage, manifest, workspace);
      dump.requireWhole(tools);
      try (NewDatabase database = NewDatabase.create(server.address(), scratch)) {
        database.fill(dump, tools, progress);
        progress.status("comparing");
        new Comparison(manifest, audit).requireEqual(database.url());
      }
    } finally {
      progress.status("");
    }
  }

  /** Remembers in the database that was backed up that this backup can be restored. */
  public static void remember(BackupManifest manifest, DatabaseUrl source, Clock clock)
      throws SQLException {
    new BackupLog(source).verified(manifest.sha256(), clock.instant());
  }
}
