package com.pfavanguard.operations.publish;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.Progress;
import com.pfavanguard.operations.storage.Sha256;
import com.pfavanguard.operations.storage.Storage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a front end where people get it, and an earlier one back. At no moment does {@code
 * index.html} name a file that is not there, and pages that are open find theirs for two releases.
 */
public final class Publication {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  /**
   * @param uploaded how many files were not there yet
   * @param invalidation the CDN's name for it; null without a CDN
   * @param forgotten ids of releases that are no longer kept
   */
  public record Published(
      Release release, int uploaded, @Nullable String invalidation, List<String> forgotten) {}

  private final Storage storage;
  private final Releases releases;
  private final @Nullable Cdn cdn;
  private final Progress progress;
  private final Clock clock;

  public Publication(Storage storage, @Nullable Cdn cdn, Progress progress, Clock clock) {
    this.storage = storage;
    this.releases = new Releases(storage);
    this.cdn = cdn;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * @throws OperationRefused when people go on getting what they got before
   */
  public Published publish(Bundle bundle, String version, String commit) throws IOException {
    Instant now = clock.instant();
    Release release =
        new Release(
            Release.FORMAT,
            ID.format(now),
            now,
            version,
            commit,
            bundle.bytes(),
            Map.copyOf(bundle.files()));
    try {
      int uploaded = upload(bundle, release);
      releases.add(release);
      show(release);
      List<String> forgotten = releases.forgetOld();
      return new Published(release, uploaded, invalidate(release), forgotten);
    } finally {
      progress.status("");
    }
  }

  /**
   * @param id of a kept release; null for the one before the current
   */
  public Published rollback(@Nullable String id) throws IOException {
    Release release = releases.find(id);
    try {
      for (String key : release.hashed()) {
        requireThere(key, release.files().get(key));
      }
      show(release);
      return new Published(release, 0, invalidate(release), List.of());
    } finally {
      progress.status("");
    }
  }

  private int upload(Bundle bundle, Release release) throws IOException {
    int uploaded = 0;
    int done = 0;
    for (String key : release.hashed()) {
      progress.status("uploading %d of %d".formatted(++done, release.files().size()));
      PublishedFile file = release.files().get(key);
      if (!isThere(key, file)) {
        storage.put(key, bundle.file(key), Bundle.served(key));
        requireThere(key, file);
        uploaded++;
      }
    }
    for (String key : release.unhashed()) {
      progress.status("uploading %d of %d".formatted(++done, release.files().size()));
      storage.put(release.keptKey(key), bundle.file(key), Bundle.served(key));
      requireThere(release.keptKey(key), release.files().get(key));
      uploaded++;
    }
    return uploaded;
  }

  /** From here on people get it. */
  private void show(Release release) throws IOException {
    for (String key : release.unhashed()) {
      try (var workspace = storage.workspace();
          InputStream kept = storage.open(release.keptKey(key))) {
        var copy = workspace.file("copy");
        java.nio.file.Files.copy(kept, copy);
        storage.put(key, copy, Bundle.served(key));
      }
    }
    releases.makeCurrent(release);
  }

  private @Nullable String invalidate(Release release) throws IOException {
    if (cdn == null) {
      return null;
    }
    progress.status("telling the CDN");
    return cdn.invalidateAll("%s-%s".formatted(release.id(), ID.format(clock.instant())));
  }

  private boolean isThere(String key, @Nullable PublishedFile file) throws IOException {
    try (InputStream content = storage.open(key)) {
      return file != null && Sha256.of(content).equals(file.sha256());
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  private void requireThere(String key, @Nullable PublishedFile file) throws IOException {
    if (!isThere(key, file)) {
      throw new OperationRefused(
          "%s%s is not what it should be; nothing was switched".formatted(storage.address(), key));
    }
  }
}
