package com.pfavanguard.release.adapter.check;

import com.pfavanguard.launcher.alerts.PageVerdict;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;

/** {@code alerts.test}: a page that somebody's pager takes, or the reason why not. */
public final class AlertsActor extends WorkingActor {
  private final Page page;

  /** Sends a test page; through Alertmanager, or to the pager itself. */
  @FunctionalInterface
  public interface Page {
    PageVerdict send(Task task) throws InterruptedException;
  }

  public AlertsActor(Page page) {
    this.page = page;
  }

  @Override
  public String area() {
    return "alerts";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act) {
    return new Sight.NotDone();
  }

  @Override
  protected Deed work(Task task, Settings act) throws InterruptedException {
    return switch (page.send(task)) {
      case PageVerdict.Working working -> new FactTree().put("alerts/pager/working", 1).done();
      case PageVerdict.Broken broken ->
          new FactTree()
              .put("alerts/pager/working", 0)
              .put("alerts/pager/why", broken.reason())
              .done();
    };
  }
}
