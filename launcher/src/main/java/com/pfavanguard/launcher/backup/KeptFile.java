package com.pfavanguard.launcher.backup;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.operations.backup.BackupManifest;
import com.pfavanguard.operations.backup.Backups;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.operations.storage.Storages;
import java.io.IOException;

/** A backup named by its place: {@code s3://bucket/prefix/NAME.dump} or a path. */
public record KeptFile(String place, String name) {

  public static KeptFile parse(String address) {
    int slash = address.lastIndexOf('/');
    String name = address.substring(slash + 1);
    if (!name.endsWith(".dump")) {
      throw new Refusal(address + " is no backup of ours: their names end with .dump");
    }
    return new KeptFile(slash < 0 ? "." : address.substring(0, slash), name);
  }

  public Storage storage() {
    return Storages.open(place);
  }

  public BackupManifest manifest(Storage storage) throws IOException {
    return new Backups(storage).manifest(name);
  }
}
