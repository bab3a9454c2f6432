package com.pfavanguard.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SignInTest {
  @Autowired ApiClient api;

  @Test
  void theRightPasswordOpensASessionWithTheUsersOrganizations() {
    ApiAnswer answer = api.login("planner-rio");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("token").asString()).hasSizeGreaterThanOrEqualTo(43);
    assertThat(answer.body().path("user").path("username").asString()).isEqualTo("planner-rio");
    assertThat(answer.body().path("organizations")).hasSize(1);
    var rio = answer.body().path("organizations").get(0);
    assertThat(rio.path("id").asString()).isEqualTo("RIO");
    assertThat(rio.path("currency").asString()).isEqualTo("USD");
    assertThat(rio.path("role").asString()).isEqualTo("planner");
    assertThat(rio.path("permissions").toString()).contains("EditForecast").doesNotContain("Man");
  }

  @Test
  void aUsernameIsTheSameInCapitalsAndWithSpacesAround() {
    assertThat(api.login(" Planner ").status()).isEqualTo(200);
  }

  @Test
  void theTokenTellsWhoIsCalling() {
    ApiAnswer me = api.as("viewer").get("/api/auth/me");

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.body().path("user").path("displayName").asString()).isEqualTo("Victor Viewer");
    assertThat(me.body().path("user").path("systemRole").isNull()).isTrue();
    assertThat(me.body().has("token")).isFalse();
    assertThat(me.body().path("organizations")).hasSize(3);
  }

  @Test
  void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() {
    ApiAnswer wrong = attempt("planner", "wrong");
    ApiAnswer unknown = attempt("nobody", "wrong");

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("bad_credentials");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.body().path("detail")).isEqualTo(wrong.body().path("detail"));
    assertThat(unknown.code()).isEqualTo(wrong.code());
  }

  @Test
  void halfALoginIsRefusedByName() {
    ApiAnswer answer = api.post("/api/auth/login", Map.of("username", "planner"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("bad_parameter");
  }

  private ApiAnswer attempt(String username, String password) {
    return api.post("/api/auth/login", Map.of("username", username, "password", password));
  }
}
