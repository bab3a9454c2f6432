package com.pfavanguard.release.adapter.files;

import com.pfavanguard.operations.storage.ServedAs;
import com.pfavanguard.operations.storage.Sha256;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.operations.storage.Workspace;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** {@code archive.logs}: one file of all processes' logs, under the release's name. */
public final class ArchiveActor extends WorkingActor {
  private final Supplier<List<Path>> logs;
  private final Storage storage;

  public ArchiveActor(Supplier<List<Path>> logs, Storage storage) {
    this.logs = logs;
    this.storage = storage;
  }

  @Override
  public String area() {
    return "archive";
  }

  static String key(Release release) {
    return "deployment-logs-" + release.id() + ".txt";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act) throws IOException {
    try {
      String hash = storage.text(key(task.release()) + ".sha256").strip();
      return facts(task.release(), hash).seen();
    } catch (FileNotFoundException none) {
      return new Sight.NotDone();
    }
  }

  @Override
  protected Deed work(Task task, Settings act) throws IOException {
    try (Workspace workspace = storage.workspace()) {
      Path whole = workspace.file("logs");
      try (OutputStream out = Files.newOutputStream(whole)) {
        for (Path log : logs.get()) {
          out.write(("==> " + log.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
          Files.copy(log, out);
        }
      }
      String hash = Sha256.of(whole);
      storage.take(key(task.release()), whole, ServedAs.BINARY);
      storage.put(key(task.release()) + ".sha256", hash + "\n", ServedAs.DOCUMENT);
      return facts(task.release(), hash).done();
    }
  }

  private static FactTree facts(Release release, String hash) {
    return new FactTree().put("archive/key", key(release)).put("archive/sha256", hash);
  }
}
