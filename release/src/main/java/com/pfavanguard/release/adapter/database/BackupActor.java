package com.pfavanguard.release.adapter.database;

import com.pfavanguard.operations.backup.Backup;
import com.pfavanguard.operations.backup.BackupManifest;
import com.pfavanguard.operations.backup.Backups;
import com.pfavanguard.operations.backup.ChainAudit;
import com.pfavanguard.operations.backup.ScratchServer;
import com.pfavanguard.operations.backup.Verification;
import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.operations.storage.ServedAs;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Narration;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;

/**
 * {@code backup.create}: dumped, uploaded, read back by its hash and, where asked, restored once. A
 * note under the step's own key beside the backups tells which one it is.
 */
public final class BackupActor extends WorkingActor {
  private final String environment;
  private final DatabaseUrl database;
  private final Storage storage;
  private final Scratch scratch;
  private final ChainAudit audit;

  /** Makes a server to restore into. */
  @FunctionalInterface
  public interface Scratch {
    ScratchServer open() throws IOException, InterruptedException;
  }

  public BackupActor(
      String environment,
      DatabaseUrl database,
      Storage storage,
      Scratch scratch,
      ChainAudit audit) {
    this.environment = environment;
    this.database = database;
    this.storage = storage;
    this.scratch = scratch;
    this.audit = audit;
  }

  @Override
  public String area() {
    return "backup";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act) throws IOException {
    try {
      String file = storage.text(note(task)).strip();
      BackupManifest manifest = new Backups(storage).manifest(file);
      return facts(manifest, act.get("verify", "").equals("true")).seen();
    } catch (FileNotFoundException none) {
      return new Sight.NotDone();
    }
  }

  @Override
  protected Deed work(Task task, Settings act)
      throws IOException, SQLException, InterruptedException {
    Clock clock = Clock.systemUTC();
    BackupManifest manifest =
        new Backup(environment, database, storage, new Narration(task), clock).take();
    boolean verify = act.get("verify", "").equals("true");
    if (verify) {
      task.progress().accept("restoring it into a scratch database");
      try (ScratchServer server = scratch.open()) {
        new Verification(storage, server, audit, new Narration(task)).verify(manifest);
      }
      Verification.remember(manifest, database, clock);
    }
    storage.put(note(task), manifest.file() + "\n", ServedAs.DOCUMENT);
    return facts(manifest, verify).done();
  }

  private static String note(Task task) {
    return "of-releases/" + task.effectId() + ".txt";
  }

  private static FactTree facts(BackupManifest manifest, boolean verified) {
    return new FactTree()
        .put("backup/created", 1)
        .put("backup/size", manifest.sizeBytes())
        .put("backup/seconds", manifest.durationSeconds())
        .put("backup/name", manifest.file())
        .put("backup/sha256", manifest.sha256())
        .put("backup/rows", manifest.totalRows())
        .put("backup/verified", verified);
  }
}
