package com.pfavanguard.launcher.smoke;

import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Refusal;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The deployment under test, and who tests it: a token of the operators for staging and production,
 * the demo's planner for a running {@code up}.
 */
public record Target(String environment, String url, String organization, Caller caller) {

  /** Becomes a caller with a token; part of the test, as a login may fail. */
  @FunctionalInterface
  public interface Caller {
    VanguardApi authenticate(VanguardApi anonymous) throws IOException, InterruptedException;
  }

  /** A deployment found by the variables of the operators' scripts, such as PROD_API_URL. */
  public static Target deployed(String environment, @Nullable String url) {
    String prefix =
        environment.equals("production") ? "PROD" : environment.toUpperCase(Locale.ROOT);
    String address = url == null ? variable(prefix + "_API_URL") : url;
    String token = variable("SMOKE_TEST_TOKEN");
    return new Target(
        environment,
        address,
        variable("SMOKE_TEST_ORG_ID"),
        anonymous -> anonymous.withToken(token));
  }

  /** A running {@code up}. */
  public static Target local(JsonNode run, @Nullable String url) {
    for (JsonNode user : run.path("users")) {
      if (user.path("role").asString("").equals("planner")) {
        String name = user.path("username").asString();
        String password = user.path("password").asString();
        return new Target(
            "local",
            url == null ? run.path("server").path("url").asString() : url,
            user.path("organizations").path(0).asString(),
            anonymous -> anonymous.login(name, password));
      }
    }
    throw new Refusal("run.json names no planner");
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new Refusal("set " + name + ", which tells where and as whom to test");
    }
    return value.strip();
  }
}
