package com.pfavanguard.bench;

import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.FreshServer;
import com.pfavanguard.testing.TestDatabase;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What it costs a request to be judged: the same open endpoint with nobody's credentials, and with
 * a session that is looked up with its permissions, turn by turn in one run.
 */
final class AuthorizationCost {
  private static final int WARM = 2_000;

  private record Kind(String what, ApiClient client, long[] nanos) {}

  private AuthorizationCost() {}

  /**
   * @param arguments how many requests of each kind; 5,000
   */
  public static void main(String[] arguments) {
    int requests = arguments.length == 0 ? 5_000 : Integer.parseInt(arguments[0]);
    TestDatabase database = TestDatabase.create();
    // No bucket may run dry: being refused is quick.
    try (ConfigurableApplicationContext server =
        FreshServer.another(database, Map.of("vanguard.access.requests-per-minute", 10_000_000))) {
      ApiClient api =
          ApiClient.at(
              server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
      Kind[] kinds = {
        kind("nobody", () -> api, requests),
        kind("a planner of 1 organization", () -> api.as("planner-rio"), requests),
        kind("a planner of 3 organizations", () -> api.as("planner"), requests),
        kind("the same by access token", () -> token(api), requests),
        kind("who may read 500 organizations", () -> executive(api, database), requests)
      };
      for (int i = -WARM; i < requests; i++) {
        for (Kind kind : kinds) {
          long took = timed(kind.client());
          if (i >= 0) {
            kind.nanos()[i] = took;
          }
        }
      }
      report(kinds);
    }
    System.exit(0);
  }

  private static Kind kind(String what, Supplier<ApiClient> client, int requests) {
    return new Kind(what, client.get(), new long[requests]);
  }

  private static ApiClient token(ApiClient api) {
    var made = api.as("planner").post("/api/auth/tokens", Map.of("name", "bench", "days", 1));
    return api.withToken(made.body().path("token").asString());
  }

  private static ApiClient executive(ApiClient api, TestDatabase database) {
    database
        .as("owner")
        .sql(
            "INSERT INTO organization (id, name, pems_organization)"
                + " SELECT 'ORG' || n, 'Project ' || n, 'ORG' || n FROM generate_series(1, 497) n")
        .update();
    database
        .as("owner")
        .sql(
            "UPDATE user_account SET system_role = 'portfolio_executive' WHERE username = 'viewer'")
        .update();
    return api.as("viewer");
  }

  private static long timed(ApiClient client) {
    long begun = System.nanoTime();
    if (client.get("/api/auth/sign-in-options").status() != 200) {
      throw new IllegalStateException("The endpoint refused");
    }
    return System.nanoTime() - begun;
  }

  private static void report(Kind[] kinds) {
    double nobody = median(kinds[0].nanos());
    System.out.println("one request over loopback, median and p95, and what authorization adds:");
    boolean kept = true;
    for (Kind kind : kinds) {
      double median = median(kind.nanos());
      kept &= median - nobody < 1;
      System.out.printf(
          Locale.ROOT,
          "  %-31s %6.3f ms %6.3f ms   + %.3f ms%n",
          kind.what(),
          median,
          at(kind.nanos(), 0.95),
          median - nobody);
    }
    System.out.println(kept ? "below 1 ms" : "NOT below 1 ms");
    if (!kept) {
      System.exit(1);
    }
  }

  private static double median(long[] nanos) {
    return at(nanos, 0.5);
  }

  /** In milliseconds. */
  private static double at(long[] nanos, double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }
}
