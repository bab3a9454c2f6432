package com.pfavanguard.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.identity.ProbeController;
import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServerTest
@Import(ProbeController.class)
class ProblemShapeTest {
  @Autowired ApiClient anybody;
  ApiClient api;

  @BeforeEach
  void signIn() {
    api = anybody.as("planner");
  }

  @Test
  void brokenJsonIsNamedWithItsPlace() {
    ApiAnswer answer = api.send("POST", "/api/probe/RIO", "{\"note\": ");

    assertProblem(answer, 400, "malformed_json");
    assertThat(answer.body().path("detail").asString()).contains("line 1");
  }

  @Test
  void anUnknownPropertyIsNamed() {
    ApiAnswer answer = api.send("POST", "/api/probe/RIO", "{\"nota\": \"x\"}");

    assertProblem(answer, 400, "unknown_property");
    assertThat(answer.body().path("detail").asString()).contains("'nota'");
  }

  @Test
  void aValueOfAnotherFormIsNamedWithoutOurTypes() {
    ApiAnswer answer = api.send("POST", "/api/probe/RIO", "{\"day\": \"soon\"}");

    assertProblem(answer, 400, "malformed_json");
    assertThat(answer.body().path("detail").asString()).contains("'day'").doesNotContain("java");
  }

  @Test
  void badAndMissingParametersAreNamed() {
    ApiAnswer bad = api.get("/api/probe/echo/x?count=many");
    assertProblem(bad, 400, "bad_parameter");
    assertThat(bad.body().path("detail").asString()).contains("count");
    assertProblem(api.get("/api/probe/echo/x"), 400, "bad_parameter");
  }

  @Test
  void whatSpringRefusesHasTheSameShape() {
    assertProblem(api.get("/api/no/such/path"), 404, "not_found");
    assertProblem(api.send("DELETE", "/api/auth/me", ""), 405, "method_not_allowed");
    assertProblem(
        api.with("Content-Type", "text/plain").send("POST", "/api/probe/RIO", ""),
        415,
        "unsupported_media_type");
  }

  @Test
  void whatTheContainerRefusesHasTheSameShape() {
    assertProblem(api.get("/api/probe/%00"), 400, "bad_request");
  }

  @Test
  void aDefectTellsNothingOfTheInside() {
    for (String path : new String[] {"/api/probe/defect", "/api/probe/bad-sql"}) {
      ApiAnswer answer = api.get(path);
      assertProblem(answer, 500, "internal");
      assertThat(answer.text()).doesNotContain("secret", "Exception", "SELECT");
    }
  }

  @Test
  void aRequestKeepsAHarmlessIdOfItsCallerAndGetsOneOtherwise() {
    assertThat(api.with("X-Request-Id", "my-request-1").get("/api/no").header("X-Request-Id"))
        .isEqualTo("my-request-1");
    assertThat(api.with("X-Request-Id", "no spaces here").get("/api/no").header("X-Request-Id"))
        .matches("[0-9a-f-]{36}");
  }

  @Test
  void anIdInAPathMayHoldAnyCharacter() {
    assertThat(api.get("/api/probe/echo/A%2FB%20%25%3B%5C..?count=1").body().path("id").asString())
        .isEqualTo("A/B %;\\..");
  }

  @Test
  void aLanguageOfAnotherKindStillGetsAProblem() {
    assertProblem(api.with("Accept", "text/html").get("/api/no"), 404, "not_found");
  }

  private static void assertProblem(ApiAnswer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body().path("status").asInt()).isEqualTo(status);
    assertThat(answer.body().path("title").asString()).isNotEmpty();
    assertThat(answer.body().path("requestId").asString()).isEqualTo(answer.header("X-Request-Id"));
  }
}
