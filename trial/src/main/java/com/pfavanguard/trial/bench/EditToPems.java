package com.pfavanguard.trial.bench;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.trial.check.PemsWrite;
import com.pfavanguard.trial.stage.Budget;
import com.pfavanguard.trial.stage.PemsControl;
import com.pfavanguard.trial.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long an edit takes from the planner's commit until PEMS has it, one after another, with the
 * simulator's log of accepted writes as the witness.
 */
record EditToPems(int edits) implements Bench {
  private static final int RECORDS = 20_280;
  private static final int PER_SECOND = 200;
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long LOOK_AGAIN_MILLIS = 5;
  private static final double NANOS_PER_MILLI = 1e6;

  private record Sample(double answered, double inPems) {}

  @Override
  public Stage.Size size() {
    return new Stage.Size(1, 1, 1, RECORDS, new Budget(PER_SECOND, PER_SECOND));
  }

  @Override
  public Result measure(Stage stage, Consumer<String> say) throws Exception {
    Planner planner = Planner.of(stage);
    List<Sample> samples = new ArrayList<>();
    long last = 0;
    for (JsonNode record : planner.editable(edits)) {
      planner.draft(List.of(record), Map.of("model", "BENCH " + samples.size()));
      long begun = System.nanoTime();
      planner.commit();
      double answered = millisSince(begun);
      last = awaitWrite(stage.tenants().main(), record.path("pfaId").asString(), last);
      samples.add(new Sample(answered, millisSince(begun)));
    }
    return result(samples);
  }

  /** Returns the number of the write in PEMS's log. */
  private static long awaitWrite(PemsControl pems, String pfaId, long last) throws Exception {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < PATIENCE_NANOS) {
      for (PemsWrite write : pems.writesAfter(last)) {
        if (write.record().pfaId().equals(pfaId)) {
          return write.sequence();
        }
      }
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
    throw new Refusal(pfaId + " did not arrive in PEMS within 60 s");
  }

  private static double millisSince(long begun) {
    return (System.nanoTime() - begun) / NANOS_PER_MILLI;
  }

  private Result result(List<Sample> samples) {
    List<Double> answered = samples.stream().map(Sample::answered).sorted().toList();
    List<Double> inPems = samples.stream().map(Sample::inPems).sorted().toList();
    ObjectNode json = Json.object().put("ok", true).put("edits", edits);
    json.set("commitMilliseconds", summary(answered));
    json.set("commitToPemsMilliseconds", summary(inPems));
    return new Result(
        true,
        json,
        List.of(
            "%d edits, one after another".formatted(edits),
            line("commit answered", answered),
            line("commit to PEMS", inPems)));
  }

  private static ObjectNode summary(List<Double> sorted) {
    return Json.object()
        .put("median", Math.round(percentile(sorted, 0.5)))
        .put("p95", Math.round(percentile(sorted, 0.95)))
        .put("max", Math.round(percentile(sorted, 1)));
  }

  private static String line(String name, List<Double> sorted) {
    return "  %-16s median %6.0f ms   p95 %6.0f ms   max %6.0f ms"
        .formatted(name, percentile(sorted, 0.5), percentile(sorted, 0.95), percentile(sorted, 1));
  }

  private static double percentile(List<Double> sorted, double share) {
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }
}
