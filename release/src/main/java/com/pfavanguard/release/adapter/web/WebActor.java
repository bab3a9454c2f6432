package com.pfavanguard.release.adapter.web;

import com.pfavanguard.operations.publish.Bundle;
import com.pfavanguard.operations.publish.Cdn;
import com.pfavanguard.operations.publish.Publication;
import com.pfavanguard.operations.publish.Release;
import com.pfavanguard.operations.publish.Releases;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Narration;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code web.publish}, and {@code web.rollback} to the release that people had before. */
public final class WebActor extends WorkingActor {
  private final Storage storage;
  private final Path built;
  private final @Nullable Cdn cdn;
  private final String commit;

  /**
   * @param built the bundle of the new version
   * @param cdn told after a rollback; a publication is followed by a step of its own
   */
  public WebActor(Storage storage, Path built, @Nullable Cdn cdn, String commit) {
    this.storage = storage;
    this.built = built;
    this.cdn = cdn;
    this.commit = commit;
  }

  @Override
  public String area() {
    return "web";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act) throws IOException {
    Optional<Release> current = current();
    boolean isNew = current.filter(r -> r.version().equals(task.release().version())).isPresent();
    boolean wanted = act.verb().equals("publish");
    return isNew == wanted && current.isPresent()
        ? facts(current.get(), 0).seen()
        : new Sight.NotDone();
  }

  private Optional<Release> current() throws IOException {
    Releases releases = new Releases(storage);
    String id = releases.current();
    return releases.all().stream().filter(release -> release.id().equals(id)).findFirst();
  }

  @Override
  protected Deed work(Task task, Settings act) throws IOException {
    Clock clock = Clock.systemUTC();
    if (act.verb().equals("publish")) {
      Publication publication = new Publication(storage, null, new Narration(task), clock);
      var published = publication.publish(Bundle.of(built), task.release().version(), commit);
      return facts(published.release(), published.uploaded()).done();
    }
    if (act.verb().equals("rollback")) {
      Publication publication = new Publication(storage, cdn, new Narration(task), clock);
      return facts(publication.rollback(null).release(), 0).done();
    }
    return unknown(act);
  }

  private static FactTree facts(Release release, int uploaded) {
    return new FactTree()
        .put("web/release", release.id())
        .put("web/version", release.version())
        .put("web/files", release.files().size())
        .put("web/uploaded", uploaded)
        .put("web/bundleBytes", release.bundleBytes());
  }
}
