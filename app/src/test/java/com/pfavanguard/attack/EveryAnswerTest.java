package com.pfavanguard.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What every answer tells a browser, whoever gives it: a page, a refusal, the container itself. */
@ServerTest
class EveryAnswerTest {
  private static final Map<String, String> RULES =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");

  @Autowired ApiClient api;

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of("GET", "/", "", 200),
        Arguments.of("GET", "/assets/test-0a1b2c3d.js", "", 200),
        Arguments.of("GET", "/assets/gone.js", "", 404),
        Arguments.of("GET", "/v3/api-docs", "", 200),
        Arguments.of("GET", "/swagger-ui/index.html", "", 200),
        Arguments.of("GET", "/health", "", 0),
        Arguments.of("GET", "/api/auth/me", "", 401),
        Arguments.of("POST", "/api/auth/login", "{", 400),
        Arguments.of("POST", "/api/auth/login", "x".repeat(8 * 1024 * 1024 + 1), 413),
        Arguments.of("PUT", "/api/auth/login", "{}", 401),
        Arguments.of("GET", "/ws/sync-status", "", 426),
        Arguments.of("GET", "/api/%00", "", 400),
        Arguments.of("GET", "/%2e%2e/%2e%2e/etc/passwd", "", 400));
  }

  @ParameterizedTest(name = "{0} {1} {3}")
  @MethodSource("answers")
  void carriesTheRules(String method, String path, String body, int status) {
    ApiAnswer answer = api.with("Accept", "text/html,*/*").send(method, path, body);

    if (status != 0) {
      assertThat(answer.status()).isEqualTo(status);
    }
    RULES.forEach(
        (name, value) ->
            assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
    String policy = answer.header("Content-Security-Policy");
    assertThat(policy)
        .contains(
            "default-src 'self'",
            "script-src 'self';",
            "frame-ancestors 'none'",
            "object-src 'none'");
    assertThat(policy.replaceAll("style-src[^;]*;", "")).doesNotContain("unsafe", "*", "http:");
    assertThat(answer.header("X-Request-Id")).isNotEmpty();
    assertThat(answer.headers().map().keySet())
        .doesNotContain("server", "x-powered-by", "strict-transport-security");
  }

  @Test
  void overTlsBrowsersAreToldToComeBackThatWay() {
    ApiAnswer answer = api.with("X-Forwarded-Proto", "https").get("/");

    assertThat(answer.header("Strict-Transport-Security"))
        .isEqualTo("max-age=63072000; includeSubDomains");
    assertThat(
            api.with("X-Forwarded-Proto", "https")
                .login("viewer")
                .headers()
                .allValues("Set-Cookie"))
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
  }

  @Test
  void noAnswerOfTheApiIsKept() {
    assertThat(api.get("/api/auth/me").header("Cache-Control")).contains("no-store");
    assertThat(api.as("viewer").get("/api/auth/me").header("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/..%2f..%2fapplication.yaml",
        "/assets/%2e%2e/%2e%2e/application.yaml",
        "/..%5c..%5capplication.yaml",
        "/application.yaml",
        "/assets/..;/application.yaml",
        "/META-INF/MANIFEST.MF",
        "/WEB-INF/web.xml",
        "/db/migration/V2__records.sql",
        "/assets/%252e%252e/application.yaml",
        "/%c0%ae%c0%ae/etc/passwd",
        "/file:/etc/passwd",
        "/assets//etc/passwd",
        "/swagger-ui/..%2f..%2fapplication.yaml",
        "/com/pfavanguard/Vanguard.class",
        "/.git/config",
        "/.env",
        "/actuator/env",
        "/actuator/heapdump",
        "/actuator/prometheus",
        "/h2-console",
        "/index.html%00.js"
      })
  void noFileIsServedThatIsNotThePages(String path) {
    ApiAnswer answer = api.with("Accept", "*/*").get(path);

    assertThat(answer.status()).as(answer.text()).isIn(400, 404);
    assertThat(answer.text()).doesNotContain("vanguard:", "root:", "CREATE TABLE");
  }

  @Test
  void anotherSpellingOfAPathIsCountedTheSame() {
    for (String path : List.of("/%61pi/auth/login", "/api/%61uth/login", "/api/auth/login;x=1")) {
      ApiAnswer answer = api.post(path, Map.of("username", "nobody", "password", "x"));
      assertThat(answer.header("X-RateLimit-Limit")).as(path + " " + answer.status()).isNotEmpty();
    }
  }
}
