package com.pfavanguard.release.adapter.files;

import com.pfavanguard.operations.backup.BackupManifest;
import com.pfavanguard.operations.backup.Backups;
import com.pfavanguard.operations.publish.PublishedFile;
import com.pfavanguard.operations.publish.Release;
import com.pfavanguard.operations.publish.Releases;
import com.pfavanguard.operations.storage.Sha256;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.release.adapter.Observation;
import com.pfavanguard.release.adapter.Query;
import com.pfavanguard.release.adapter.Source;
import com.pfavanguard.release.judge.Quantity;
import com.pfavanguard.release.judge.Reading;
import com.pfavanguard.release.judge.Unit;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whether what was kept elsewhere is what was sent, by reading it back: {@code
 * backup/remoteHashEqual}, {@code archive/remoteHashEqual}, {@code web/remoteHashesEqual}; and
 * {@code web/files} counted.
 *
 * @param backups where backups are kept
 * @param web where the front end is
 * @param archive where logs are archived
 */
public record StoreSource(Storage backups, Storage web, Storage archive, Clock clock)
    implements Source {

  @Override
  public Observation read(Query query) {
    Instant now = clock.instant();
    try {
      Reading reading =
          switch (query.read()) {
            case "backup/remoteHashEqual" -> backup(query);
            case "archive/remoteHashEqual" -> archived(query);
            case "web/remoteHashesEqual" -> published();
            case "web/files" -> count(current().files().size());
            default -> new Reading.Broken("no storage knows " + query.read());
          };
      return new Observation(reading, query.read(), now, reading.toString());
    } catch (FileNotFoundException e) {
      return new Observation(
          new Reading.Nothing("nothing is kept: " + e.getMessage()), query.read(), now, "");
    } catch (IOException | RuntimeException e) {
      return new Observation(
          new Reading.Broken(String.valueOf(e.getMessage())), query.read(), now, "");
    }
  }

  /** The newest that this release has noted. */
  private Reading backup(Query query) throws IOException {
    List<String> notes = backups.keys("of-releases/" + query.release().id() + "/");
    if (notes.isEmpty()) {
      return new Reading.Nothing("this release has made no backup");
    }
    String file = backups.text(notes.getLast()).strip();
    BackupManifest manifest = new Backups(backups).manifest(file);
    return truth(hash(backups, file).equals(manifest.sha256()));
  }

  private Reading archived(Query query) throws IOException {
    String key = ArchiveActor.key(query.release());
    return truth(hash(archive, key).equals(archive.text(key + ".sha256").strip()));
  }

  private Reading published() throws IOException {
    for (Map.Entry<String, PublishedFile> file : current().files().entrySet()) {
      if (!hash(web, file.getKey()).equals(file.getValue().sha256())) {
        return truth(false);
      }
    }
    return truth(true);
  }

  private Release current() throws IOException {
    Releases releases = new Releases(web);
    String id = releases.current();
    return releases.all().stream()
        .filter(release -> release.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new FileNotFoundException("no front end"));
  }

  private static String hash(Storage storage, String key) throws IOException {
    try (InputStream content = storage.open(key)) {
      return Sha256.of(content);
    }
  }

  private static Reading truth(boolean holds) {
    return count(holds ? 1 : 0);
  }

  private static Reading count(long number) {
    return new Reading.Level(new Quantity(BigDecimal.valueOf(number), Unit.COUNT));
  }
}
