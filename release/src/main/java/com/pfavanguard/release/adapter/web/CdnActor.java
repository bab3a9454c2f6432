package com.pfavanguard.release.adapter.web;

import com.pfavanguard.operations.publish.Cdn;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import java.io.IOException;

/**
 * {@code cdn.invalidate}. The step's key is the CDN's reference of it, so that asking again after a
 * crash has no second effect: there is nothing to look at first.
 */
public final class CdnActor extends WorkingActor {
  private final Cdn cdn;

  public CdnActor(Cdn cdn) {
    this.cdn = cdn;
  }

  @Override
  public String area() {
    return "cdn";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act) {
    return new Sight.NotDone();
  }

  @Override
  protected Deed work(Task task, Settings act) throws IOException {
    String id = cdn.invalidateAll(task.effectId().replace('/', '-'));
    return new FactTree().put("cdn/invalidation/created", 1).put("cdn/invalidation/id", id).done();
  }
}
