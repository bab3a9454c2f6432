package com.pfavanguard.trial.bench;

import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.trial.stage.Budget;
import com.pfavanguard.trial.stage.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What it adds to a request to be judged. Each round asks the same open endpoint once as nobody and
 * once as each caller, in an order of its own, one after another on one connection: what disturbs
 * the machine disturbs all of them.
 *
 * @param requests of each caller
 */
record Authorization(int requests) implements Bench {
  /** With what warms up below what one user may ask in a minute: being refused is quick. */
  static final int MOST = 4_000;

  private static final int WARM = 1_500;
  private static final int ORGANIZATIONS = 500;
  private static final int AUTHORS = 3;
  private static final int OK = 200;
  private static final int RECORDS = 3_000;
  private static final int PER_SECOND = 200;
  private static final double PROMISED_MILLIS = 1;

  @Override
  public Stage.Size size() {
    return new Stage.Size(1, 1, AUTHORS, RECORDS, new Budget(PER_SECOND, PER_SECOND));
  }

  @Override
  public Result measure(Stage stage, Consumer<String> say) throws Exception {
    List<Caller> callers = callers(stage);
    List<Caller> order = new ArrayList<>(callers);
    Random random = new Random(1);
    for (int round = -WARM; round < requests; round++) {
      Collections.shuffle(order, random);
      for (Caller caller : order) {
        long took = ask(caller.api);
        if (round >= 0) {
          caller.took(round, took);
        }
      }
    }
    return result(callers);
  }

  private List<Caller> callers(Stage stage) throws Exception {
    VanguardApi nobody = VanguardApi.anonymous(stage.serverAddresses().getFirst());
    List<String> authors = stage.accounts().authors();
    String password = stage.accounts().password();
    stage.growTo(ORGANIZATIONS, authors.get(2));
    VanguardApi scripted = nobody.login(authors.get(1), password);
    ObjectNode wanted = Json.object().put("name", "bench").put("days", 1);
    String token = scripted.post("/api/auth/tokens", wanted).body().path("token").asString();
    return List.of(
        caller("nobody", nobody),
        caller("a planner of 3 organizations", nobody.login(authors.get(0), password)),
        caller("the same by access token", nobody.withToken(token)),
        caller(
            "who may read " + ORGANIZATIONS + " organizations",
            nobody.login(authors.get(2), password)));
  }

  private Caller caller(String what, VanguardApi api) {
    return new Caller(what, api, requests);
  }

  private static long ask(VanguardApi api) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    int status = api.get("/api/auth/sign-in-options").status();
    long took = System.nanoTime() - begun;
    if (status != OK) {
      throw new Refusal("the endpoint answers " + status);
    }
    return took;
  }

  private Result result(List<Caller> callers) {
    double nobody = callers.getFirst().median();
    boolean kept = callers.stream().allMatch(c -> c.median() - nobody < PROMISED_MILLIS);
    ObjectNode json = Json.object().put("ok", kept).put("requests", requests);
    ArrayNode measured = json.putArray("measured");
    List<String> lines = new ArrayList<>();
    lines.add("%d requests each: median, p95, and what authorization adds".formatted(requests));
    for (Caller caller : callers) {
      double adds = caller.median() - nobody;
      lines.add(
          "  %-31s %6.3f ms %6.3f ms   + %.3f ms"
              .formatted(caller.what, caller.median(), caller.at(0.95), adds));
      measured
          .addObject()
          .put("caller", caller.what)
          .put("medianMilliseconds", caller.median())
          .put("p95Milliseconds", caller.at(0.95))
          .put("addsMilliseconds", adds);
    }
    return new Result(kept, json, lines);
  }
}
