package com.pfavanguard.release.adapter.traffic;

import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import com.pfavanguard.traffic.Changeover;
import com.pfavanguard.traffic.Colour;
import com.pfavanguard.traffic.Drained;
import com.pfavanguard.traffic.SwitchOutcome;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code switch.to-new} and {@code switch.to-old}: turned, proved at the public address, drained.
 */
public final class SwitchActor extends WorkingActor {
  private static final Duration DRAIN = Duration.ofSeconds(30);

  private final Changeover changeover;
  private final Colours colours;

  public SwitchActor(Changeover changeover, Colours colours) {
    this.changeover = changeover;
    this.colours = colours;
  }

  @Override
  public String area() {
    return "switch";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act)
      throws IOException, InterruptedException {
    if (!colours.isKnown(task.release())) {
      return new Sight.NotDone();
    }
    Colour wanted = wanted(task, act);
    var status = changeover.status();
    boolean drained = status.target(wanted.other()).quiet();
    return status.active() == wanted && drained
        ? facts(wanted, 0, 0, Duration.ZERO).seen()
        : new Sight.NotDone();
  }

  @Override
  protected Deed work(Task task, Settings act) throws IOException, InterruptedException {
    Colour wanted = wanted(task, act);
    SwitchOutcome outcome = changeover.switchTo(wanted, version(task, act));
    return switch (outcome) {
      case SwitchOutcome.Switched switched -> drain(wanted.other());
      case SwitchOutcome.AlreadyThere there -> drain(wanted.other());
      case SwitchOutcome.Refused refused -> new Deed.Failed("not switched: " + refused.reason());
      case SwitchOutcome.TurnedBack back -> new Deed.Failed("turned back: " + back.reason());
    };
  }

  private Deed drain(Colour old) throws IOException, InterruptedException {
    Drained drained = changeover.drain(old, DRAIN);
    return facts(old.other(), drained.streams(), drained.cutRequests(), drained.took()).done();
  }

  private static FactTree facts(Colour leads, int streams, int cut, Duration took) {
    return new FactTree()
        .put("switch/leads", leads.toString())
        .put("switch/oldDrained", 1)
        .put("switch/streamsMoved", streams)
        .put("switch/requestsCut", cut)
        .put("switch/drainSeconds", took.toMillis() / 1000.0);
  }

  private Colour wanted(Task task, Settings act) throws IOException {
    Colour newOne = colours.newOne(task.release());
    return act.verb().equals("to-new") ? newOne : newOne.other();
  }

  private static @Nullable String version(Task task, Settings act) {
    return act.verb().equals("to-new") ? task.release().version() : task.release().previous();
  }
}
