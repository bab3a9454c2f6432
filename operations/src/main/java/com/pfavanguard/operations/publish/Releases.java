package com.pfavanguard.operations.publish;

import com.pfavanguard.operations.Documents;
import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.storage.ServedAs;
import com.pfavanguard.operations.storage.Storage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The releases that one place keeps. */
public final class Releases {
  static final String FOLDER = "releases/";
  private static final String CURRENT = FOLDER + "current";

  /** The one that people get and two before it. */
  private static final int KEPT = 3;

  private final Storage storage;

  public Releases(Storage storage) {
    this.storage = storage;
  }

  /** Newest first. */
  public List<Release> all() throws IOException {
    List<Release> releases = new ArrayList<>();
    for (String key : storage.keys(FOLDER)) {
      if (key.endsWith(".json") && key.indexOf('/') == key.lastIndexOf('/')) {
        releases.addFirst(Documents.read(storage.text(key), Release.class, key));
      }
    }
    return releases;
  }

  /** The id of the release that people get; null before the first. */
  public @Nullable String current() throws IOException {
    try {
      return storage.text(CURRENT).strip();
    } catch (FileNotFoundException none) {
      return null;
    }
  }

  /**
   * @param id null for the one before the current
   * @throws OperationRefused when it is not kept
   */
  Release find(@Nullable String id) throws IOException {
    List<Release> all = all();
    List<String> ids = all.stream().map(Release::id).toList();
    String wanted = id;
    if (wanted == null) {
      int next = ids.indexOf(current()) + 1;
      wanted = next > 0 && next < ids.size() ? ids.get(next) : "an earlier release";
    }
    int at = ids.indexOf(wanted);
    if (at < 0) {
      throw new OperationRefused(
          "%s is not kept in %s; kept are: %s"
              .formatted(wanted, storage.address(), String.join(", ", ids)));
    }
    return all.get(at);
  }

  void add(Release release) throws IOException {
    storage.put(release.manifestKey(), Documents.pretty(release), ServedAs.DOCUMENT);
  }

  void makeCurrent(Release release) throws IOException {
    storage.put(CURRENT, release.id() + "\n", new ServedAs("text/plain;charset=utf-8", "no-store"));
  }

  /**
   * Forgets all but the newest and the current, with the assets that none of them uses.
   *
   * @return the ids of the forgotten
   */
  List<String> forgetOld() throws IOException {
    String current = current();
    List<Release> all = all();
    List<Release> old =
        all.stream().skip(KEPT).filter(release -> !release.id().equals(current)).toList();
    Set<String> used = new HashSet<>();
    all.stream().filter(r -> !old.contains(r)).forEach(r -> used.addAll(r.files().keySet()));
    List<String> unused = new ArrayList<>();
    for (Release release : old) {
      unused.add(release.manifestKey());
      unused.addAll(storage.keys(FOLDER + release.id() + "/"));
      // Only what a release of ours brought: others may keep files in the same place.
      release.hashed().stream().filter(key -> !used.contains(key)).forEach(unused::add);
    }
    storage.delete(new HashSet<>(unused));
    return old.stream().map(Release::id).toList();
  }
}
