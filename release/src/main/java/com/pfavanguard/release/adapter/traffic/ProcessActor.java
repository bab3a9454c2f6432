package com.pfavanguard.release.adapter.traffic;

import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import com.pfavanguard.release.adapter.traffic.Fleet.Part;
import com.pfavanguard.traffic.Colour;
import java.io.IOException;

/**
 * {@code process.prepare} runs the new version beside the old one, {@code process.stop-new} takes
 * it away. {@code process.replace} has the new worker take over while the old one stands still,
 * warm; {@code process.restore} wakes it and has the new one hand back what it holds. At no moment
 * is there no worker. {@code process.retire} ends the old version once nobody goes back any more.
 */
public final class ProcessActor extends WorkingActor {
  private final Fleet fleet;
  private final Colours colours;

  public ProcessActor(Fleet fleet, Colours colours) {
    this.fleet = fleet;
    this.colours = colours;
  }

  @Override
  public String area() {
    return "process";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act)
      throws IOException, InterruptedException {
    Part part = Part.valueOf(act.demand("component"));
    if (!colours.isKnown(task.release())) {
      return new Sight.NotDone();
    }
    Colour newOne = colours.newOne(task.release());
    boolean there =
        switch (act.verb()) {
          case "prepare" -> fleet.isReady(part, newOne);
          case "stop-new" -> !fleet.runs(part, newOne);
          case "replace" -> fleet.isReady(part, newOne) && isAtRest(part, newOne.other());
          case "restore" -> isAwake(part, newOne.other()) && !fleet.runs(part, newOne);
          case "retire" -> !fleet.runs(part, newOne.other());
          default -> false;
        };
    return there ? facts(part, act, 0).seen() : new Sight.NotDone();
  }

  @Override
  protected Deed work(Task task, Settings act) throws IOException, InterruptedException {
    Part part = Part.valueOf(act.demand("component"));
    Colour newOne = colours.newOne(task.release());
    long begun = System.nanoTime();
    switch (act.verb()) {
      case "prepare" -> {
        fleet.install(newOne);
        fleet.start(part, newOne);
        colours.warmUp().of(newOne);
      }
      case "stop-new" -> fleet.stop(part, newOne);
      case "replace" -> {
        fleet.start(part, newOne);
        task.progress().accept("the %s of %s stands still, warm".formatted(part, newOne.other()));
        fleet.freeze(part, newOne.other());
      }
      case "restore" -> {
        fleet.start(part, newOne.other());
        task.progress().accept("the %s of %s hands back what it holds".formatted(part, newOne));
        fleet.stop(part, newOne);
      }
      case "retire" -> fleet.stop(part, newOne.other());
      default -> {
        return unknown(act);
      }
    }
    return facts(part, act, (System.nanoTime() - begun) / 1e9).done();
  }

  private boolean isAtRest(Part part, Colour colour) throws IOException, InterruptedException {
    return fleet.isFrozen(part, colour) || !fleet.runs(part, colour);
  }

  private boolean isAwake(Part part, Colour colour) throws IOException, InterruptedException {
    return !fleet.isFrozen(part, colour) && fleet.isReady(part, colour);
  }

  private static FactTree facts(Part part, Settings act, double seconds) {
    boolean started = !act.verb().equals("stop-new") && !act.verb().equals("retire");
    return new FactTree()
        .put("process/%s/started".formatted(part), started)
        .put("process/%s/seconds".formatted(part), seconds);
  }
}
