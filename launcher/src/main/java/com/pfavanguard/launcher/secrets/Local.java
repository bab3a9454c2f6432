package com.pfavanguard.launcher.secrets;

import com.pfavanguard.launcher.data.Secrets;
import com.pfavanguard.launcher.postgres.Role;
import com.pfavanguard.secrets.SecretValue;
import com.pfavanguard.secrets.check.DatabaseLogin;
import com.pfavanguard.secrets.check.HttpLogin;
import com.pfavanguard.secrets.check.RedisLogin;
import com.pfavanguard.secrets.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The credentials of a running {@code up}: those it made itself, and what its environment gives.
 *
 * @param run its {@code run.json}
 */
public record Local(JsonNode run, Secrets secrets, Map<String, String> variables) {
  private static final String MADE = "secrets.json";

  List<Credential> credentials() {
    List<Credential> all = new ArrayList<>();
    for (Role role : Role.values()) {
      String name = "database-" + role.name().toLowerCase(Locale.ROOT);
      String url = url(role);
      all.add(made(name, MADE, url, DatabaseLogin::check));
    }
    JsonNode simulator = run.path("simulator");
    String[] user = simulator.path("basicAuth").asString("").split(":", 2);
    all.add(
        made(
            "pems-password",
            "run.json",
            user[user.length - 1],
            password ->
                HttpLogin.pems(
                    new HttpLogin.PemsAccount(
                        simulator.path("url").asString(""),
                        simulator.path("tenant").asString(""),
                        user[0],
                        password,
                        null))));
    all.add(inherited("redis", "REDIS_URL", RedisLogin::check));
    all.add(inherited("gemini-api-key", "GEMINI_API_KEY", this::gemini));
    return all;
  }

  private Verdict gemini(String key) {
    String base =
        variables.getOrDefault(
            "VANGUARD_GEMINI_BASE_URL", "https://generativelanguage.googleapis.com");
    return HttpLogin.gemini(base, key);
  }

  /** The operator's address with another role in it. */
  private String url(Role role) {
    return run.path("database")
        .path("url")
        .asString("")
        .replaceFirst("//[^@]*@", "//" + role.signIn(secrets) + "@");
  }

  private static Credential made(
      String name, String source, String value, Function<String, Verdict> check) {
    return new Credential(name, () -> Optional.of(new SecretValue(value, null, source)), check);
  }

  private Credential inherited(String name, String variable, Function<String, Verdict> check) {
    return new Credential(
        name,
        () ->
            Optional.ofNullable(variables.get(variable))
                .filter(value -> !value.isBlank())
                .map(value -> SecretValue.parse(value, "environment")),
        check);
  }
}
