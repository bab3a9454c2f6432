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
 * it away. {@code process.replace} has the new worker take over, and the old one hand back what it
 * holds; {@code process.restore} the other way round. At no moment is there no worker.
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
          case "replace" -> fleet.isReady(part, newOne) && !fleet.runs(part, newOne.other());
          case "restore" -> fleet.isReady(part, newOne.other()) && !fleet.runs(part, newOne);
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
      case "replace" -> handOver(task, part, newOne.other(), newOne);
      case "restore" -> handOver(task, part, newOne, newOne.other());
      default -> {
        return unknown(act);
      }
    }
    return facts(part, act, (System.nanoTime() - begun) / 1e9).done();
  }

  private void handOver(Task task, Part part, Colour from, Colour to)
      throws IOException, InterruptedException {
    task.progress().accept("starting the %s of %s".formatted(part, to));
    fleet.start(part, to);
    task.progress()
        .accept("the %s of %s finishes or hands back what it holds".formatted(part, from));
    fleet.stop(part, from);
  }

  private static FactTree facts(Part part, Settings act, double seconds) {
    boolean started = !act.verb().equals("stop-new");
    return new FactTree()
        .put("process/%s/started".formatted(part), started)
        .put("process/%s/seconds".formatted(part), seconds);
  }
}
