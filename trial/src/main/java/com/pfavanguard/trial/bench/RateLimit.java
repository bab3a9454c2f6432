package com.pfavanguard.trial.bench;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.trial.check.Evidence.Traffic;
import com.pfavanguard.trial.stage.Actor;
import com.pfavanguard.trial.stage.Budget;
import com.pfavanguard.trial.stage.PemsControl;
import com.pfavanguard.trial.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of a tenant's refill is used, and how often it refuses, with 4, 2 and 1 worker processes
 * that always have something to write. The tenant has a token bucket of 10 and a refill of 10 a
 * second, and counts by itself.
 *
 * @param seconds for each number of workers
 */
record RateLimit(int seconds) implements Bench {
  private static final int PER_SECOND = 10;
  private static final double LEAST_USED = 0.99;
  private static final List<Integer> WORKERS = List.of(4, 2, 1);

  /** An edit takes two requests; one is in reserve. */
  private static final int EDITS_PER_SECOND = PER_SECOND / 2 + 1;

  /** Leases and seats of the killed come back, and what was saved up meanwhile is spent. */
  private static final int SETTLING_SECONDS = 15;

  private static final int RECORDS = 20_000;
  private static final double NANOS = 1e9;

  private record Measured(int workers, long requests, long refused, double used) {
    boolean kept() {
      return refused == 0 && used >= LEAST_USED;
    }

    String line() {
      return "  %d workers   %4d requests   %6.2f %% of the refill   %d refused"
          .formatted(workers, requests, 100 * used, refused);
    }
  }

  @Override
  public Stage.Size size() {
    return new Stage.Size(1, WORKERS.getFirst(), 1, RECORDS, new Budget(PER_SECOND, PER_SECOND));
  }

  @Override
  public Result measure(Stage stage, Consumer<String> say) throws Exception {
    PemsControl pems = stage.tenants().main();
    pems.limit(PER_SECOND);
    Planner planner = Planner.of(stage);
    int edits = WORKERS.size() * (seconds + SETTLING_SECONDS) * EDITS_PER_SECOND;
    planner.draft(planner.editable(edits), Map.of("model", "BENCH"));
    planner.commit();
    say.accept("%d edits are queued".formatted(edits));
    List<Measured> all = new ArrayList<>();
    List<Actor> alive = new ArrayList<>(stage.workers());
    for (int count : WORKERS) {
      while (alive.size() > count) {
        alive.removeLast().kill();
      }
      TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
      all.add(measure(pems, count));
      say.accept(all.getLast().line());
    }
    return result(all);
  }

  private Measured measure(PemsControl pems, int workers) throws Exception {
    Traffic before = pems.traffic();
    long begun = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    Traffic after = pems.traffic();
    double elapsed = (System.nanoTime() - begun) / NANOS;
    long requests = after.requests() - before.requests();
    return new Measured(
        workers, requests, after.refused() - before.refused(), requests / (elapsed * PER_SECOND));
  }

  private Result result(List<Measured> all) {
    boolean kept = all.stream().allMatch(Measured::kept);
    ObjectNode json = Json.object().put("ok", kept).put("seconds", seconds);
    ArrayNode measured = json.putArray("measured");
    List<String> lines = new ArrayList<>();
    lines.add("refill used and requests refused, over %d s each:".formatted(seconds));
    for (Measured one : all) {
      lines.add(one.line());
      measured
          .addObject()
          .put("workers", one.workers())
          .put("requests", one.requests())
          .put("refused", one.refused())
          .put("refillUsed", one.used());
    }
    return new Result(kept, json, lines);
  }
}
