package com.pfavanguard.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everything that the API takes, found in the server itself, so a new endpoint is attacked without
 * anybody thinking of it. Whoever attacks has every permission; one part of each request is bad.
 */
@ServerTest
class EveryParameterTest {
  private static final List<Integer> REFUSALS =
      List.of(400, 401, 403, 404, 409, 413, 414, 415, 422, 429);

  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  private String name = "";
  private ApiClient attacker;
  private Digest before;

  private record Shot(String what, Callable<ApiAnswer> request) {}

  @BeforeEach
  void arrive(TestInfo test) {
    name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    attacker = Attacker.of(api, database, name);
    before = Digest.of(database);
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(Digest.of(database)).isEqualTo(before);
    assertThat(attacker.get("/api/auth/me").status()).isEqualTo(200);
    Attacker.leave(database, name);
  }

  @Test
  void theSurfaceIsWholeAndNotEmpty() {
    assertThat(Surface.of(mappings)).hasSizeGreaterThan(45);
    assertThat(Surface.of(mappings))
        .anySatisfy(
            each -> assertThat(each.body()).contains(List.of("changes", "[]", "fields", "*")));
  }

  @Test
  void statementsInParametersStayTexts() throws Exception {
    assertRefusedOrHarmless(shots(Payloads.SQL));
  }

  @Test
  void otherBadTextsBreakNothing() throws Exception {
    assertRefusedOrHarmless(shots(Payloads.OTHERS));
  }

  @Test
  void aPropertyThatNobodyAskedForIsRefused() throws Exception {
    List<Shot> shots = new ArrayList<>();
    for (Surface.Endpoint endpoint : withBody()) {
      for (String name :
          List.of(
              "id",
              "userId",
              "systemRole",
              "authorId",
              "version_",
              "pemsOrganization",
              "syncStatus",
              "__proto__",
              "class.module.classLoader")) {
        shots.add(
            new Shot(
                endpoint + " " + name,
                () -> new Strike(attacker, endpoint).property(List.of(name), "system_admin")));
      }
    }
    shoot(shots)
        .forEach(
            (what, answer) -> {
              assertThat(answer.status()).as(what).isEqualTo(400);
              assertThat(answer.code()).as(what).isEqualTo("unknown_property");
            });
  }

  @Test
  void bodiesOfAnotherShapeAreRefused() throws Exception {
    List<Shot> shots = new ArrayList<>();
    for (Surface.Endpoint endpoint : withBody()) {
      for (String body :
          List.of(
              "null",
              "[]",
              "\"x\"",
              "1e999999999",
              "{",
              "{\"a\":}",
              "{\"organizationId\":\"RIO\",\"organizationId\":\"HOLNG\"}",
              "[".repeat(40) + "]".repeat(40),
              "{\"organizationId\":" + "9".repeat(1_000) + "}",
              "<x/>")) {
        shots.add(new Shot(endpoint + " " + body, () -> new Strike(attacker, endpoint).raw(body)));
      }
    }
    shoot(shots)
        .forEach(
            (what, answer) ->
                // Where a body is not needed at all, none is no mistake.
                assertThat(answer.status())
                    .as(what + " " + answer.text())
                    .isIn(what.contains(" null ") ? List.of(400, 404) : List.of(400)));
  }

  @Test
  void valuesOfAnotherTypeAreRefused() throws Exception {
    List<Shot> shots = new ArrayList<>();
    List<Object> values =
        List.of(List.of(List.of()), Map.of("a", Map.of()), true, 1.5e300, Long.MAX_VALUE);
    for (Surface.Endpoint endpoint : withBody()) {
      for (List<String> property : endpoint.body()) {
        for (Object value : values) {
          shots.add(
              new Shot(
                  endpoint + " " + property + "=" + value,
                  () -> new Strike(attacker, endpoint).property(property, value)));
        }
      }
    }
    assertRefusedOrHarmless(shots);
  }

  private void assertRefusedOrHarmless(List<Shot> shots) throws Exception {
    shoot(shots)
        .forEach(
            (what, answer) -> {
              if (answer.status() >= 300) {
                assertThat(REFUSALS).as(what + " " + answer.text()).contains(answer.status());
                assertThat(answer.body().path("requestId").asString(""))
                    .as(what)
                    .isEqualTo(answer.header("X-Request-Id"))
                    .isNotEmpty();
              }
              assertThat(answer.text())
                  .as(what)
                  .doesNotContain(
                      "Exception",
                      "com.pfavanguard",
                      "org.postgresql",
                      "SQLSTATE",
                      "root:x:0",
                      "$argon2id$");
              assertThat(answer.header("X-Injected")).as(what).isEmpty();
              assertThat(answer.header("Content-Type")).as(what).doesNotContain("html");
              assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
            });
  }

  private List<Shot> shots(Collection<String> payloads) {
    List<Shot> shots = new ArrayList<>();
    for (Surface.Endpoint endpoint : Surface.of(mappings)) {
      Strike strike = new Strike(attacker, endpoint);
      for (String payload : payloads) {
        endpoint.query().stream()
            .filter(name -> !isNoMoment(endpoint, payload))
            .forEach(
                name ->
                    shots.add(
                        new Shot(
                            endpoint + "?" + name + "=" + payload,
                            () -> strike.query(name, payload))));
        endpoint
            .pathVariables()
            .forEach(
                name ->
                    shots.add(
                        new Shot(
                            endpoint + " " + name + "=" + payload,
                            () -> strike.path(name, payload))));
        endpoint
            .body()
            .forEach(
                property ->
                    shots.add(
                        new Shot(
                            endpoint + " " + property + "=" + payload,
                            () -> strike.property(property, payload))));
      }
    }
    return shots;
  }

  /** NUL alone is no moment at all, and so an export like any other, which the audit remembers. */
  private static boolean isNoMoment(Surface.Endpoint endpoint, String payload) {
    return endpoint.path().equals("/api/audit/export") && payload.equals("\u0000");
  }

  private List<Surface.Endpoint> withBody() {
    return Surface.of(mappings).stream().filter(Surface.Endpoint::takesBody).toList();
  }

  private static Map<String, ApiAnswer> shoot(List<Shot> shots)
      throws InterruptedException, ExecutionException {
    assertThat(shots).isNotEmpty();
    Map<String, ApiAnswer> answers = new LinkedHashMap<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(4)) {
      List<Future<ApiAnswer>> open =
          shots.stream().map(shot -> hands.submit(shot.request())).toList();
      for (int i = 0; i < open.size(); i++) {
        answers.put(shots.get(i).what() + " #" + i, open.get(i).get());
      }
    }
    return answers;
  }
}
