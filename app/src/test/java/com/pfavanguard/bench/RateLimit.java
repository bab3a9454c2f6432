package com.pfavanguard.bench;

import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.WholeSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * How much of a tenant's refill is used, and how often it refuses, over a minute with 1, 2 and 4
 * workers that always have something to write. The tenant is the simulator with a token bucket of
 * 10 and a refill of 10 a second; it counts by itself.
 */
final class RateLimit {
  private static final int PER_SECOND = 10;
  private static final int EDITS = 1_200;

  private final WholeSystem system = WholeSystem.start(20_000);
  private final long seconds;

  private RateLimit(long seconds) {
    this.seconds = seconds;
    system.read("RIO");
    commit();
    system.pems("POST", "/settings", Map.of("ratePerSecond", PER_SECOND, "rateBurst", PER_SECOND));
  }

  /**
   * @param arguments how many seconds each measurement takes; 60
   */
  public static void main(String[] arguments) throws InterruptedException {
    RateLimit bench = new RateLimit(arguments.length == 0 ? 60 : Long.parseLong(arguments[0]));
    List<String> lines = new ArrayList<>();
    boolean kept = true;
    for (int workers : new int[] {1, 2, 4}) {
      Measured measured = bench.measure(workers);
      kept &= measured.rejected() == 0 && measured.used() >= 0.99;
      lines.add(measured.line(workers));
    }
    System.out.println("refill used and requests refused, over " + bench.seconds + " s each:");
    lines.forEach(System.out::println);
    System.exit(kept ? 0 : 1);
  }

  private record Measured(long requests, long rejected, double used) {
    String line(int workers) {
      return String.format(
          Locale.ROOT,
          "  %d workers   %4d requests   %6.2f %% of the refill   %d refused",
          workers,
          requests,
          100 * used,
          rejected);
    }
  }

  private Measured measure(int count) throws InterruptedException {
    List<ConfigurableApplicationContext> workers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      workers.add(
          system.startWorker(
              "vanguard.pems.requests-per-second=" + PER_SECOND,
              "vanguard.pems.burst=" + PER_SECOND));
    }
    // What was saved up while nobody wrote is spent before the measurement begins.
    TimeUnit.SECONDS.sleep(5);
    long rejectedBefore = stat("rejectedByRateLimit");
    long before = stat("requests");
    long begun = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    long requests = stat("requests") - before;
    double elapsed = (System.nanoTime() - begun) / 1e9;
    long rejected = stat("rejectedByRateLimit") - rejectedBefore;
    workers.forEach(ConfigurableApplicationContext::close);
    return new Measured(requests, rejected, requests / (elapsed * PER_SECOND));
  }

  private void commit() {
    ApiClient planner = system.api().as("planner");
    List<Object> changes = new ArrayList<>();
    planner
        .get(
            "/api/pfa-data?organizationId=RIO&totals=false&filter=isActualized:eq:false&limit="
                + EDITS)
        .body()
        .path("records")
        .forEach(
            record ->
                changes.add(
                    Map.of(
                        "pfaId",
                        record.path("pfaId").asString(),
                        "fields",
                        Map.of("model", "BENCH"))));
    planner.post("/api/pfa-data/save-draft", Map.of("organizationId", "RIO", "changes", changes));
    JsonNode queued =
        planner.post("/api/pfa-data/commit-drafts", Map.of("organizationId", "RIO")).body();
    System.out.println(queued.path("queuedCount") + " edits are queued");
  }

  private long stat(String name) {
    return system.pems("GET", "/stats", Map.of()).path(name).asLong();
  }
}
