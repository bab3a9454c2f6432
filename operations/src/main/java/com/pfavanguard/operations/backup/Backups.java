package com.pfavanguard.operations.backup;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.storage.Storage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The finished backups in one place. */
public final class Backups {
  private final Storage storage;

  public Backups(Storage storage) {
    this.storage = storage;
  }

  /**
   * @param file the dump's name
   * @throws OperationRefused when there is no finished backup of that name
   */
  public BackupManifest manifest(String file) throws IOException {
    String key = file + BackupManifest.ENDING;
    try {
      BackupManifest manifest = BackupManifest.read(storage.text(key), key);
      if (!manifest.file().equals(file)) {
        throw new OperationRefused(
            "the manifest %s is of another backup, %s".formatted(key, manifest.file()));
      }
      return manifest;
    } catch (FileNotFoundException e) {
      throw new OperationRefused(
          "%s has no manifest in %s: it is unfinished, or no backup of ours"
              .formatted(file, storage.address()),
          e);
    }
  }

  /** The names of finished backups, oldest first. */
  public List<String> files(String environment, String database) throws IOException {
    return storage.keys(new BackupName(environment, database).beginning()).stream()
        .filter(key -> key.endsWith(".dump" + BackupManifest.ENDING))
        .map(key -> key.substring(0, key.length() - BackupManifest.ENDING.length()))
        .toList();
  }

  /**
   * Forgets all but the newest backups of what this one is a backup of; called when it is good.
   *
   * @param keep how many stay, at least 1
   * @return the names of the forgotten
   */
  public List<String> forgetAllBut(int keep, BackupManifest newest) throws IOException {
    List<String> files = files(newest.environment(), newest.database());
    if (keep < 1 || !files.contains(newest.file())) {
      throw new OperationRefused("nothing is forgotten unless a good backup stays");
    }
    List<String> old = new ArrayList<>(files.subList(0, Math.max(0, files.size() - keep)));
    old.remove(newest.file());
    for (String file : old) {
      // The manifest first: a dump without one is no backup any more.
      storage.delete(List.of(file + BackupManifest.ENDING));
      storage.delete(List.of(file));
    }
    return old;
  }
}
